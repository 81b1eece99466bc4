import { once } from 'node:events'
import type { Socket } from 'node:net'
import { createClient } from 'rolecall'
import { ConfigurationError, createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, test } from 'vitest'
import { textAt } from '../support/text-at.ts'
import { exchange, openSocket, rawRequest } from './raw-request.ts'
import { start } from './start.ts'

test('serves the whole API to the client', async () => {
  const { mock, server } = await start()
  const client = createClient({ baseUrl: server.url, token: mock.token('admin@acme.test') })

  await client.roles.create({ key: 'reviewer', permissions: ['use_case:read'] })
  await client.users.update('reviewer@acme.test', { teams: { support: 'reviewer', legacy: null } })
  const reviewers = await client.users.list({ team: 'support', limit: 2 }).toArray()
  expect(reviewers.find(({ email }) => email === 'reviewer@acme.test')?.teams).toEqual({
    support: 'reviewer',
  })

  const lead = createClient({ baseUrl: server.url, token: mock.token('lead@acme.test') })
  const denied = lead.roles.create({ key: 'mine', permissions: [] })
  await expect(denied).rejects.toMatchObject({
    name: 'PermissionDeniedError',
    decision: { rule: 'AD-04' },
  })
})

test.each([
  ['GET', '/v1/me'],
  ['GET', '/v1/users?limit=2&team=support'],
  ['GET', '/v1/users/nobody%40acme.test'],
  ['GET', '/v1/nothing'],
  ['PUT', '/v1/me'],
  ['DELETE', '/v1/roles/admin'],
])('%s %s is answered as in process, to the byte', async (method, path) => {
  const { server, headers } = await start()
  const requestId = { 'X-Request-Id': 'same' }
  const mock = createMock()
  mock.token('admin@acme.test')

  const served = await fetch(`${server.url}${path}`, {
    method,
    headers: { ...headers, ...requestId },
  })
  const inProcess = await mock.fetch(path, { method, headers: { ...headers, ...requestId } })
  expect(served.status).toBe(inProcess.status)
  expect(await served.text()).toBe(await inProcess.text())
  for (const [name, value] of inProcess.headers) expect(served.headers.get(name), name).toBe(value)
})

test('puts its own address into answers', async () => {
  const { server } = await start()
  const answer = await fetch(`${server.url}/.well-known/authzen-configuration`)
  expect(await answer.json()).toHaveProperty('policy_decision_point', server.url)
})

test('signs in and resets', async () => {
  const { server } = await start()
  const write = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  const body = JSON.stringify({ user: 'newbie@acme.test', signUp: true })
  const session = await fetch(`${server.url}/__mock/sessions`, { ...write, body })
  const headers = { Authorization: `Bearer ${textAt(await session.json(), 'token')}` }
  const me = await fetch(`${server.url}/v1/me`, { headers })
  expect(await me.json()).toMatchObject({ email: 'newbie@acme.test' })

  const reset = await fetch(`${server.url}/__mock/reset`, write)
  expect(reset.status).toBe(204)
  expect((await fetch(`${server.url}/v1/me`, { headers })).status).toBe(401)
})

test('two servers share nothing', async () => {
  const one = await start()
  const two = await start()
  const headers = { ...one.headers, 'Content-Type': 'application/json' }
  await fetch(`${one.server.url}/v1/teams`, {
    method: 'POST',
    headers,
    body: '{"key":"only-here"}',
  })

  expect((await fetch(`${one.server.url}/v1/teams/only-here`, { headers })).status).toBe(200)
  expect((await fetch(`${two.server.url}/v1/teams/only-here`, { headers })).status).toBe(404)
})

test('answers HEAD like GET without the body', async () => {
  const { server, headers } = await start()
  const got = await fetch(`${server.url}/v1/me`, { headers })
  const asked = await exchange(server.port, rawRequest('HEAD /v1/me', headers))

  const [head = '', body] = asked.split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1.1 200 /)
  expect(head).toContain(`ETag: ${got.headers.get('etag')}`)
  expect(head).toContain(`Content-Length: ${(await got.bytes()).length}`)
  expect(body).toBe('')
})

test('accepts a full URL as the target, as proxies send it', async () => {
  const { server, headers } = await start()
  const answer = await exchange(
    server.port,
    rawRequest(`GET ${server.url}/v1/users?limit=1`, headers),
  )
  expect(answer).toMatch(/^HTTP\/1.1 200 /)
  expect(answer).toContain('"nextCursor":"')
})

describe('the port', () => {
  test('is 4010 of this machine alone by default', async () => {
    // `npm start` may run beside the tests: then the error says so.
    const told = await serve(createMock()).then(
      (server) => server.close().then(() => server.url),
      (error: unknown) => String(error),
    )
    expect(told).toMatch(/^http:\/\/127.0.0.1:4010$|port 4010 of 127.0.0.1 is in use/)
  })

  test('may be any free one, of any address', async () => {
    const { server } = await start({ host: '::1' })
    expect(server.url).toBe(`http://[::1]:${server.port}`)
    expect((await fetch(`${server.url}/v1/me`)).status).toBe(401)
  })

  test('in use is an error that says what to do', async () => {
    const { server } = await start()
    const second = serve(createMock(), { port: server.port })
    await expect(second).rejects.toThrow(ConfigurationError)
    await expect(second).rejects.toThrow(
      `port ${server.port} of 127.0.0.1 is in use. Stop the program that listens there, or choose another port (0 takes any free one).`,
    )
  })

  test.each([-1, 65_536, 80.5, Number.NaN])('is not %d', async (port) => {
    await expect(serve(createMock(), { port })).rejects.toThrow(
      `port must be a whole number from 0 to 65535, not ${port}.`,
    )
  })

  test.each(['no-such-host.invalid', '256.1.1.1', 'http://127.0.0.1', '127.0.0.1:80'])(
    'is not found at %s',
    async (host) => {
      const attempt = serve(createMock(), { port: 0, host })
      await expect(attempt).rejects.toThrow(ConfigurationError)
      await expect(attempt).rejects.toThrow(`host ${host} `)
    },
  )

  test('can only be one of this machine', async () => {
    await expect(serve(createMock(), { port: 0, host: '192.0.2.1' })).rejects.toThrow(
      'host 192.0.2.1 is not an address of this machine.',
    )
  })
})

describe('closing', () => {
  test('ends idle connections and half-sent requests, and frees the port', async () => {
    const { server, headers } = await start()
    await fetch(`${server.url}/v1/me`, { headers })
    const idle = await openSocket(server.port)
    const halfway = await openSocket(server.port)
    halfway.write('POST /v1/roles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\n{"k')
    const ended = Promise.all([idle, halfway].map((socket) => closed(socket)))

    await server.close()
    await ended
    await expect(fetch(`${server.url}/v1/me`)).rejects.toThrow('fetch failed')
    const again = await serve(createMock(), { port: server.port })
    await again.close()
  })

  test('lets requests under way get their answers, and takes no others', async () => {
    const { server, headers } = await start()
    await fetch(`${server.url}/v1/me`, { headers })
    const body = '{"key":"late","permissions":["use_case:read"]}'
    const late = await openSocket(server.port)
    let answer = ''
    late.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    late.write(
      `POST /v1/roles HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${headers.Authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
    )
    await once(late, 'data')

    const ended = server.close({ grace: 60_000 })
    await expect(fetch(`${server.url}/v1/me`)).rejects.toThrow('fetch failed')
    late.write(body)
    await Promise.all([ended, closed(late)])
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /)
  })

  test('cuts requests that take longer, or when it is called again', async () => {
    const close = async (graces: readonly number[]) => {
      const { server } = await start()
      const slow = await openSocket(server.port)
      slow.write('POST /v1/roles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\n{"k')
      const ended = closed(slow)
      await Promise.all(graces.map((grace) => server.close({ grace })))
      await ended
    }
    await close([30])
    await close([60_000, 0])
  })

  test('does nothing the second time, and works with `await using`', async () => {
    const { server } = await start()
    await Promise.all([server.close(), server.close()])
    await server[Symbol.asyncDispose]()
  })
})

function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.on('close', () => resolve())
  })
}
