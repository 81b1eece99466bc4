import { describe, expect, test } from 'vitest'
import {
  AbortedError,
  APIError,
  ConnectionError,
  createClient,
  type Problem,
  TimeoutError,
  TokenProviderError,
} from '../../src/index.ts'
import { closedPort } from '../support/closed-port.ts'
import { problemAnswer } from '../support/problem.ts'
import { path, start } from './raw-client.ts'
import { rejection } from '../support/refusal.ts'

describe('an error answer', () => {
  test("has the document's problem", async () => {
    const { raw, requests } = await start(() => problemAnswer(403, 'permission_denied'))
    const { data, error, response } = await raw.GET('/v1/roles/{role}', { params: { path } })
    expect(data).toBeUndefined()
    expect(error).toMatchObject({ code: 'permission_denied', status: 403 })
    expect(response.status).toBe(403)
    expect(requests).toHaveLength(1)
  })

  test.each([
    ['an empty body', '', 'roles.get was answered 502 Bad Gateway with an empty body'],
    [
      'HTML',
      '<h1>Bad gateway</h1>',
      "with a body that is not the API's JSON: <h1>Bad gateway</h1>",
    ],
  ])('with %s has a problem all the same', async (_, text, detail) => {
    const { raw } = await start(() => ({ status: 502, text }), { retries: 0 })
    const { error } = await raw.GET('/v1/roles/{role}', { params: { path } })
    expect(error).toMatchObject({
      type: 'urn:rolecall:problem:internal_error',
      status: 502,
      code: 'internal_error',
      detail: expect.stringContaining(detail),
    } satisfies Partial<Problem>)
  })

  test('does not echo the token', async () => {
    const { raw } = await start(() =>
      problemAnswer(401, 'invalid_token', { detail: 'No tok_secret here.' }),
    )
    const { error } = await raw.GET('/v1/me')
    expect(JSON.stringify(error)).toContain('No [token] here.')
  })
})

describe('a call without an answer throws', () => {
  test('without a connection', async () => {
    const baseUrl = `http://127.0.0.1:${await closedPort()}`
    const { raw } = createClient({ baseUrl, retries: 0 })
    const error = await rejection(raw.GET('/v1/me'))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toHaveProperty('message', expect.stringContaining('users.me got no answer'))
  })

  test('at its timeout, also while it reads the body', async () => {
    const { raw } = await start(
      (_, response) => void response.writeHead(500, { 'content-length': '100' }).write('{'),
      { timeout: 50, retries: 0 },
    )
    expect(await rejection(raw.GET('/v1/me'))).toBeInstanceOf(TimeoutError)
  })

  test('when its signal aborts', async () => {
    const controller = new AbortController()
    const { raw } = await start(() => controller.abort('enough'))
    const error = await rejection(raw.GET('/v1/me', { signal: controller.signal }))
    expect(error).toBeInstanceOf(AbortedError)
    expect(error).toHaveProperty('cause', 'enough')
  })

  test('without a token', async () => {
    const { raw, requests } = await start(undefined, {
      token: () => {
        throw new Error('signed out')
      },
    })
    const error = await rejection(raw.GET('/v1/me'))
    expect(error).toBeInstanceOf(TokenProviderError)
    expect(requests).toEqual([])
  })

  test('for a page in place of the API', async () => {
    const { raw } = await start(() => ({ text: '<title>Sign in</title>' }))
    const error = await rejection(raw.GET('/v1/me'))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toHaveProperty('message', expect.stringContaining('<title>Sign in</title>'))
    expect(error).toHaveProperty('cause', expect.any(APIError))
  })

  test('but not if the text was asked for', async () => {
    const { raw } = await start(() => ({ text: '<title>Sign in</title>' }))
    const { data } = await raw.GET('/v1/me', { parseAs: 'text' })
    expect(data).toBe('<title>Sign in</title>')
  })
})
