import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import {
  APIError,
  ConnectionError,
  createClient,
  NotFoundError,
  RolecallError,
  ServerError,
} from '../../src/index.ts'
import { startServer, type Responder } from '../support/recording-server.ts'

const html = '<!doctype html>\n<title>Login</title>\n' + 'x'.repeat(1_000)

async function errorOf(respond: Responder): Promise<unknown> {
  const { origin } = await startServer(respond)
  const client = createClient({ baseUrl: origin, token: 'tok_very-secret', retries: 0 })
  return client.roles.list().then(
    () => undefined,
    (error: unknown) => error,
  )
}

test('HTML with status 200 is an APIError that shows the start of the page', async () => {
  const error = await errorOf(() => ({ text: html, headers: { 'content-type': 'text/html' } }))
  expect(error).toBeInstanceOf(APIError)
  expect(error).toMatchObject({ name: 'APIError', status: 200, code: 'unexpected_answer' })
  expect(error).toHaveProperty('cause', expect.any(SyntaxError))
  if (!(error instanceof APIError)) return
  expect(error.message).toContain(
    "roles.list was answered 200 OK with a body that is not the API's JSON: <!doctype html> <title>Login</title>",
  )
  expect(error.message.length).toBeLessThan(400)
})

test('truncated JSON is an APIError too', async () => {
  const error = await errorOf(() => ({ text: '{"data":[{"key"' }))
  expect(error).toBeInstanceOf(APIError)
  expect(error).toHaveProperty('message', expect.stringContaining('{"data":[{"key"'))
})

test('an empty body in place of data is an APIError too', async () => {
  for (const headers of [{ 'content-length': '0' }, {}]) {
    expect(await errorOf(() => ({ text: '', headers }))).toMatchObject({
      name: 'APIError',
      message: 'roles.list was answered 200 OK with an empty body',
    })
  }
})

test('JSON is parsed whatever the content type', async () => {
  const { origin } = await startServer(() => ({
    text: '{"email":"a@acme.test"}',
    headers: { 'content-type': 'application/json; charset=utf-8' },
  }))
  expect(await createClient({ baseUrl: origin }).users.me()).toEqual({ email: 'a@acme.test' })
})

describe('an error without a problem document', () => {
  test.each([
    ['an empty body', { text: '' }, 'with an empty body'],
    [
      'an empty body of length 0',
      { text: '', headers: { 'content-length': '0' } },
      'with an empty body',
    ],
    ['HTML', { text: html }, 'Login'],
    [
      'a problem cut short',
      { text: '{"code":"internal_error","det' },
      '{"code":"internal_error","det',
    ],
    ['JSON that is no problem', { text: '["oops"]' }, '["oops"]'],
    ['null', { text: 'null' }, 'null'],
    ['an echo of the token', { text: 'token tok_very-secret?' }, 'token [token]?'],
  ])('%s', async (_, answer, part) => {
    const error = await errorOf(() => ({ status: 502, ...answer }))
    expect(error).toBeInstanceOf(ServerError)
    expect(error).toMatchObject({ status: 502, code: 'internal_error', problem: undefined })
    expect(error).toHaveProperty('message', expect.stringContaining(part))
    expect(error).toHaveProperty('message', expect.stringContaining('roles.list was answered 502'))
  })

  test('takes its class and code from the status', async () => {
    const error = await errorOf(() => ({ status: 404, text: html }))
    expect(error).toBeInstanceOf(NotFoundError)
    expect(error).toMatchObject({ code: 'not_found', problem: undefined })
    expect(await errorOf(() => ({ status: 418 }))).toMatchObject({
      name: 'APIError',
      code: 'unexpected_answer',
    })
  })
})

describe('a connection that fails', () => {
  test('before the answer', async () => {
    const error = await errorOf((_, response) => {
      response.destroy()
    })
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).not.toBeInstanceOf(APIError)
    expect(error).toMatchObject({ name: 'ConnectionError' })
    expect(error).toHaveProperty('cause.name', 'TypeError')
    expect(error).toHaveProperty(
      'message',
      expect.stringMatching(/^roles\.list got no answer from http:\/\/127\.0\.0\.1:\d+: \w+/),
    )
  })

  test('during the answer', async () => {
    const error = await errorOf((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"data":', () => response.destroy())
    })
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toHaveProperty('message', 'roles.list: the answer was cut short after: {"data":')
    expect(error).toHaveProperty('cause')
  })

  test('during an error answer: the status decides the class', async () => {
    const error = await errorOf((_, response) => {
      response.writeHead(503, { 'content-length': '100' })
      response.write('{"code":', () => response.destroy())
    })
    expect(error).toBeInstanceOf(ServerError)
    expect(error).toMatchObject({ status: 503, code: 'internal_error' })
    expect(error).toHaveProperty('cause')
  })

  test('because no server listens', async () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', retries: 0 })
    await expect(client.users.me()).rejects.toThrow(ConnectionError)
  })

  test("inside the user's own fetch, whatever it throws", async () => {
    for (const thrown of [new Error('broken'), 'text', undefined]) {
      const client = createClient({
        baseUrl: 'https://platform.example',
        token: 'tok_very-secret',
        retries: 0,
        fetch: () => Promise.reject(thrown),
      })
      const error = await client.users.me().catch((reason: unknown) => reason)
      if (!(error instanceof ConnectionError)) throw new Error('It is no ConnectionError')
      expect(error).toBeInstanceOf(RolecallError)
      expect(error.cause).toEqual(thrown)
      expect(error.message).not.toContain('tok_very-secret')
    }
  })
})

test('an error of another realm, such as that of a fetch in Jest, keeps its message', async () => {
  const thrown: unknown = runInNewContext(
    "new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })",
  )
  expect(thrown).not.toBeInstanceOf(Error)
  const fetch = () => Promise.reject(thrown)
  const client = createClient({ baseUrl: 'https://platform.example', fetch, retries: 0 })
  await expect(client.users.me()).rejects.toThrow(
    'users.me got no answer from https://platform.example: ECONNREFUSED (is the server running?)',
  )
})
