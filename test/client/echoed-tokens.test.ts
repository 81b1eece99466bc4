import { describe, expect, test } from 'vitest'
import { APIError, type ClientOptions, ConnectionError, createClient } from '../../src/index.ts'
import { failure, shownOf, token } from '../support/failure.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer } from '../support/recording-server.ts'

const baseUrl = 'https://platform.example'

const answer = (text: string, status = 400, init: ResponseInit = {}) => ({
  fetch: async () => new Response(text, { status, ...init }),
})
const problem = (more: object) =>
  JSON.stringify({ code: 'invalid_request', detail: 'No.', status: 400, ...more })

describe('the error masks a token that the server echoes', () => {
  const encoded = encodeURIComponent(token)
  test.each<[string, ClientOptions]>([
    ['in the detail', answer(problem({ detail: `Bad token ${token}.` }))],
    ['in a nested text', answer(problem({ errors: [{ pointer: '/a', message: token }] }))],
    ['as a key', answer(problem({ [token]: 'unknown key' }))],
    ['within a nested key', answer(problem({ seen: [{ headers: { [`x ${token}`]: 1 } }] }))],
    ['as the code', answer(problem({ code: token }))],
    [
      'as the rule of a denial',
      answer(problem({ decision: { rule: token, alternatives: [] } }), 403),
    ],
    ['as the instance', answer(problem({ instance: token }))],
    ['in the status text', answer('', 400, { statusText: `Bad ${token}` })],
    ['in a status text of success', answer('<html>', 200, { statusText: `Fine ${token}` })],
    ['in a header', answer(problem({}), 400, { headers: { 'x-echo': `it was ${token}` } })],
    ['in a cookie', answer(problem({}), 400, { headers: { 'set-cookie': `session=${token}` } })],
    ['as the request id', answer(problem({}), 400, { headers: { 'x-request-id': token } })],
    ['in the body of a page', answer(`<html>${token}</html>`, 502)],
    ['in a body that is no JSON', answer(`{"token": ${token}}`, 200)],
    ['at the end of a line that is no JSON', answer(`"${'x'.repeat(30)}${token}" is it`, 200)],
    ['in a large body', { ...answer(`x ${token}`, 200), maxResponseBytes: token.length }],
    ['in a redirect', answer('', 302, { headers: { location: `https://${token}.example` } })],
    ['percent-encoded', answer(problem({ detail: `/v1/users/${encoded}` }))],
    ['percent-encoded in lower case', answer(problem({ detail: encoded.toLowerCase() }))],
    ['in upper case', answer(problem({ detail: token.toUpperCase() }))],
    ['as PHP writes JSON, in a page', answer(`<p>"${token.replaceAll('/', '\\/')}"`, 500)],
    ['as careful JSON, in a page', answer(`<p>"${token.replaceAll('+', '\\u002B')}"`, 500)],
  ])('%s', async (_, options) => {
    const shown = shownOf(await failure(options))
    for (const part of ['tok_very', 'TOK_VERY', 'tok_very-secret', encoded]) {
      expect(shown).not.toContain(part)
    }
  })

  test('as the name of a header', async () => {
    const options = answer(problem({}), 400, { headers: { 'x-tok_plain-secret': '1' } })
    const shown = shownOf(await failure({ ...options, token: 'tok_plain-Secret' }))
    expect(shown).not.toContain('tok_plain')
  })

  test('cut off by the end of the answer', async () => {
    const { origin } = await startServer((_, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write(`{"error":"${token.slice(0, 12)}`, () => response.destroy())
    })
    const error = await failure({ baseUrl: origin })
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toHaveProperty('message', expect.stringMatching(/cut short after: \{"error":"$/))
    expect(shownOf(error)).not.toContain('tok_very')
  })

  test('sent as a header of this call', async () => {
    const headers = { Authorization: 'Bearer own_very-secret', 'X-Auth-Key': 'key_very-secret' }
    for (const secret of ['own_very-secret', 'key_very-secret']) {
      const error = await failure(answer(problem({ detail: secret, [secret]: secret })), (client) =>
        client.users.me({ headers }),
      )
      expect(error).toHaveProperty('message', '[token]')
      expect(shownOf(error)).not.toContain(secret)
    }
  })

  test.each([
    ['a cookie', 'Cookie', 'sid=part_Secret1; theme=dark'],
    ['a cookie behind others', 'Cookie', 'theme=dark;sid=part_Secret1'],
    ['credentials of several parts', 'Authorization', 'Digest user="me", response="part_Secret1"'],
  ])('sent as the value of %s', async (_, name, value) => {
    const detail = 'Session part_secret1 has ended. Bearer sid theme response'
    const error = await failure(answer(problem({ detail })), (client) =>
      client.users.me({ headers: { [name]: value } }),
    )
    expect(error).toHaveProperty('message', 'Session [token] has ended. Bearer sid theme response')
    expect(shownOf(error)).not.toContain('part_')
  })

  test('set by a hook', async () => {
    const hooks = {
      onRequest: ({ headers }: { headers: Headers }) => headers.set('X-Jwt', 'jwt_very-secret'),
    }
    const error = await failure({ ...answer(problem({ detail: 'jwt_very-secret' })), hooks })
    expect(shownOf(error)).not.toContain('jwt_very-secret')
  })

  test('both the former and the new one, after a renewal', async () => {
    let asked = 0
    const options: ClientOptions = {
      token: () => `tok_number-${++asked}`,
      fetch: async () =>
        new Response(problem({ detail: 'tok_number-1 tok_number-2' }), { status: 401 }),
    }
    const error = await failure(options)
    expect(error).toHaveProperty('message', '[token] [token]')
    expect(shownOf(error)).not.toContain('tok_number')
  })

  test('but not the token of another call', async () => {
    const texts = ['tok_admin-secret', 'tok_lead-secret']
    const sent = [...texts]
    const client = createClient({
      baseUrl,
      retries: 0,
      token: () => sent.shift() ?? null,
      ...answer(problem({ detail: texts.join(' ') })),
    })
    await expect(client.users.me()).rejects.toThrow('[token] tok_lead-secret')
    await expect(client.users.me()).rejects.toThrow('tok_admin-secret [token]')
  })
})

test('a denial with the token masks nothing else', async () => {
  const error = await failure({
    ...answer(problem({ detail: 'token tok', instance: 'req_1' }), 400, {
      headers: { 'x-request-id': 'req_1', 'set-cookie': 'a=b' },
    }),
  })
  expect(error).toMatchObject({ message: 'token tok', requestId: 'req_1' })
  if (error instanceof APIError) expect(error.headers.get('set-cookie')).toBe('a=b')
})

test('a problem document keeps its shape', async () => {
  const { origin } = await startServer(() =>
    problemAnswer(422, 'validation_failed', {
      errors: [{ pointer: '', message: 'm' }],
      n: 1,
      list: [{ a: null }],
    }),
  )
  const error = await failure({ baseUrl: origin })
  expect(error).toMatchObject({
    problem: { errors: [{ pointer: '', message: 'm' }], n: 1, list: [{ a: null }] },
  })
})
