import { afterEach, describe, expect, test, vi } from 'vitest'
import { type ClientOptions, createClient, RolecallError } from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import type { Answer, Responder } from '../support/recording-server.ts'
import { startClient } from '../support/recording-client.ts'

const baseUrl = 'https://platform.example'

afterEach(() => {
  vi.useRealTimers()
})

const role = { key: 'reviewer', permissions: [] }

/** A server that gives these answers in turn, then a role; `undefined` cuts the connection. */
async function start(answers: readonly (Answer | undefined)[], options: ClientOptions = {}) {
  const rest = [...answers]
  const respond: Responder = (_, response) => {
    if (rest.length === 0) return { json: role }
    const answer = rest.shift()
    if (!answer) response.destroy()
    return answer
  }
  return await startClient(respond, { token: 'tok_abcdef', ...options })
}

const busy = problemAnswer(503, 'internal_error')

describe('retried', () => {
  test.each<[string, Answer | undefined]>([
    ['no answer', undefined],
    ['408', problemAnswer(408, 'invalid_request')],
    ['409 that says so', problemAnswer(409, 'idempotency_in_progress', { retryable: true })],
    ['429', problemAnswer(429, 'rate_limited')],
    ['500', problemAnswer(500, 'internal_error')],
    ['502 from a proxy', { status: 502, text: '<html>' }],
    ['503', busy],
    ['504', { status: 504 }],
  ])('%s', async (_, answer) => {
    const { client, requests } = await start([answer, answer])
    expect(await client.roles.get('reviewer')).toEqual(role)
    expect(requests).toHaveLength(3)
  })

  test.each<[string, Answer]>([
    ['400', problemAnswer(400, 'invalid_request')],
    ['401 of a token that is all there is', problemAnswer(401, 'invalid_token')],
    ['403', problemAnswer(403, 'permission_denied')],
    ['404', problemAnswer(404, 'not_found')],
    ['409 of a state', problemAnswer(409, 'invalid_state')],
    ['409 that says it would fail again', problemAnswer(409, 'key_taken', { retryable: false })],
    ['412', problemAnswer(412, 'stale_etag')],
    ['422', problemAnswer(422, 'validation_failed')],
    ['501', problemAnswer(501, 'internal_error')],
    ['a success that is no JSON', { text: '<html>' }],
    ['a redirect', { status: 307, headers: { location: '/elsewhere' } }],
  ])('not %s', async (_, answer) => {
    const { client, requests } = await start([answer])
    await expect(client.roles.get('reviewer')).rejects.toMatchObject({ attempts: 1 })
    expect(requests).toHaveLength(1)
  })

  test('an attempt that times out', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let calls = 0
    const client = createClient({
      baseUrl,
      random: () => 0,
      timeout: 30,
      fetch: () => {
        calls += 1
        return calls < 3 ? new Promise(() => {}) : Promise.resolve(Response.json(role))
      },
    })
    const call = client.roles.get('reviewer')
    await vi.advanceTimersByTimeAsync(60)
    expect(await call).toEqual(role)
    expect(calls).toBe(3)
  })
})

describe('a write', () => {
  test('is retried with the same key and body, as a new request each time', async () => {
    const sent: Request[] = []
    const client = createClient({
      baseUrl,
      random: () => 0,
      fetch: async (request) => {
        sent.push(request)
        // Later changes to the user's object have no effect.
        body.key = `changed_${sent.length}`
        await request.clone().text()
        return sent.length < 3 ? new Response('', { status: 500 }) : Response.json(role)
      },
    })
    const body = { key: 'reviewer', permissions: [] }
    await client.roles.create(body)
    expect(new Set(sent).size).toBe(3)
    const [first, ...others] = await Promise.all(
      sent.map(async (request) => [
        request.headers.get('idempotency-key'),
        await request.text(),
        request.method,
      ]),
    )
    expect(first?.[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(first?.[1]).toBe('{"key":"reviewer","permissions":[]}')
    expect(others).toEqual([first, first])
  })

  test.each([
    ['POST', (options: object) => ['roles.create', role, options]],
    ['PATCH', (options: object) => ['roles.update', 'reviewer', { name: 'R' }, options]],
    ['DELETE', (options: object) => ['roles.delete', 'reviewer', options]],
  ])('%s is not retried without its key', async (method, call) => {
    for (const headers of [{ 'Idempotency-Key': null }, { 'idempotency-key': null }]) {
      const { client, requests } = await start([busy])
      const [operation = '', ...args] = call({ headers })
      await expect(client.call(`${operation}`, ...args)).rejects.toMatchObject({ attempts: 1 })
      expect(requests.map((request) => request.method)).toEqual([method])
      expect(requests[0]?.headers).not.toHaveProperty('idempotency-key')
    }
    const { client, requests } = await start([busy, busy])
    const [operation = '', ...args] = call({})
    await client.call(`${operation}`, ...args)
    expect(requests).toHaveLength(3)
    expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  test('a question sent by POST needs no key', async () => {
    const { client, requests } = await start([busy, undefined, { json: { decision: true } }])
    await client.access.evaluate({
      subject: { type: 'user', id: 'me' },
      action: { name: 'roles.list' },
      resource: { type: 'organization', id: 'current' },
    })
    expect(requests.map(({ headers }) => headers['idempotency-key'])).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('retries', () => {
  test('are two by default, and set by the client or the call', async () => {
    const many = Array.from({ length: 9 }, () => busy)
    for (const [options, perCall, attempts] of [
      [{}, {}, 3],
      [{ retries: 0 }, {}, 1],
      [{ retries: 4 }, {}, 5],
      [{ retries: 4 }, { retries: 1 }, 2],
      [{ retries: 0 }, { retries: undefined }, 1],
    ] as const) {
      const { client, requests } = await start(many, options)
      const call = client.roles.get('reviewer', perCall)
      await expect(call).rejects.toMatchObject({ name: 'ServerError', attempts })
      expect(requests).toHaveLength(attempts)
    }
  })

  test('that are no number are refused before anything is sent', async () => {
    const { client, requests } = await start([])
    for (const retries of [-1, 1.5, Number.NaN, Infinity]) {
      const call = client.roles.get('reviewer', { retries })
      await expect(call).rejects.toThrow(
        `retries must be a whole number, 0 for none, not ${retries}`,
      )
      await expect(call).rejects.not.toHaveProperty('attempts')
    }
    expect(requests).toEqual([])
  })
})

test('an error has the number of attempts; one before the first attempt has none', async () => {
  const { client } = await start([undefined, undefined, undefined])
  const error: unknown = await client.roles.get('reviewer').catch((reason: unknown) => reason)
  expect(error).toMatchObject({ name: 'ConnectionError', attempts: 3 })
  expect(JSON.parse(JSON.stringify(error))).toHaveProperty('attempts', 3)
  const refused: unknown = await client.roles.get('..').catch((reason: unknown) => reason)
  expect(refused).toBeInstanceOf(RolecallError)
  expect(refused).not.toHaveProperty('attempts')
})
