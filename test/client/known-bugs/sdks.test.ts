// Bugs reproduced with the clients that each title names: this client has none of them.
import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as rolecall from '../../../src/index.ts'
import { problemAnswer } from '../../support/problem.ts'
import { startServer } from '../../support/recording-server.ts'

const { APIError, ConnectionError, createClient, RolecallError } = rolecall

afterEach(() => {
  vi.useRealTimers()
})

const baseUrl = 'https://platform.example'

/** A fetch that always answers with one status, and counts its calls. */
function stub(status: number, headers: Record<string, string> = {}) {
  const sent: Request[] = []
  const fetch = async (request: Request) => {
    sent.push(request)
    return new Response(status === 200 ? '{}' : '', { status, headers })
  }
  return { sent, fetch }
}

describe('retries', () => {
  test('a POST is sent again after a 500 without an idempotency key (openai, anthropic, cloudflare, auth0, octokit)', async () => {
    const { sent, fetch } = stub(500)
    const client = createClient({ baseUrl, fetch, random: () => 0 })
    const role = { key: 'a', permissions: [] }
    await expect(client.roles.create(role)).rejects.toThrow(APIError)
    expect(sent).toHaveLength(3)
    const keys = sent.map(({ headers }) => headers.get('idempotency-key'))
    expect(keys).toEqual(Array(3).fill(expect.stringMatching(/./)))
    expect(new Set(keys).size).toBe(1)

    sent.length = 0
    const bare = client.roles.create(role, { headers: { 'Idempotency-Key': null } })
    await expect(bare).rejects.toThrow(APIError)
    expect(sent).toHaveLength(1)
  })

  test('an abort is ignored during back-off (openai, auth0, polar)', async () => {
    vi.useFakeTimers()
    const { sent, fetch } = stub(503, { 'retry-after': '30' })
    const controller = new AbortController()
    const call = createClient({ baseUrl, fetch }).users.me({ signal: controller.signal })
    const failed = expect(call).rejects.toMatchObject({ name: 'AbortedError' })
    await vi.advanceTimersByTimeAsync(1)
    controller.abort()
    await failed
    expect(sent).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('abort listeners leak: 20 after 20 calls (cloudflare, auth0)', async () => {
    const { signal } = new AbortController()
    const client = createClient({ baseUrl, fetch: stub(200).fetch })
    for (let count = 0; count < 20; count++) await client.users.me({ signal })
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  test('a Retry-After of three days is slept through (most)', async () => {
    vi.useFakeTimers()
    const { sent, fetch } = stub(429, { 'retry-after': '259200' })
    await expect(createClient({ baseUrl, fetch }).users.me()).rejects.toMatchObject({
      name: 'RateLimitError',
      retryAfter: 259_200_000,
    })
    expect(sent).toHaveLength(1)
  })

  test('AbortSignal.timeout is retried as a transient failure (several)', async () => {
    let sent = 0
    const fetch = ({ signal }: Request) => {
      sent += 1
      return new Promise<Response>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    }
    const client = createClient({ baseUrl, fetch, random: () => 0 })
    await expect(client.users.me({ signal: AbortSignal.timeout(1) })).rejects.toMatchObject({
      name: 'AbortedError',
      cause: { name: 'TimeoutError' },
    })
    expect(sent).toBe(1)
  })
})

describe('requests', () => {
  test("'..' as an argument reaches another endpoint (stripe, auth0, octokit, workos)", async () => {
    const { sent, fetch } = stub(200)
    const { teams } = createClient({ baseUrl, fetch })
    for (const key of ['..', '.', '../users', '%2e%2e']) await teams.delete(key).catch(() => {})
    expect(sent.map(({ url }) => url)).toEqual([
      `${baseUrl}/v1/teams/..%2Fusers`,
      `${baseUrl}/v1/teams/%252e%252e`,
    ])
  })

  test('false and 0 are dropped from queries (clerk)', async () => {
    const { origin, requests } = await startServer(() => ({ json: { data: [], nextCursor: null } }))
    const { users } = createClient({ baseUrl: origin })
    await Reflect.apply(users.list, users, [{ paused: false, limit: 0 }])
    expect(requests[0]?.url).toBe('/v1/users?paused=false&limit=0')
  })
})

describe('answers', () => {
  test('application/json; charset=utf-8 is not recognized as JSON (clerk)', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    const { origin } = await startServer(() => ({ text: '{"email":"a@acme.test"}', headers }))
    const me = await createClient({ baseUrl: origin }).users.me()
    expect(me).toEqual({ email: 'a@acme.test' })
  })

  test('paging never ends when a cursor repeats (auth0)', async () => {
    const { origin, requests } = await startServer(() => ({
      json: { data: [{}], nextCursor: 'again' },
    }))
    const { users } = createClient({ baseUrl: origin })
    await expect(users.list().toArray()).rejects.toThrow(/repeats a cursor/)
    expect(requests).toHaveLength(2)
  })
})

describe('errors', () => {
  test('the request id is always empty on errors (workos)', async () => {
    const { origin } = await startServer(() => problemAnswer(404, 'not_found'))
    const call = createClient({ baseUrl: origin }).users.get('nobody@acme.test')
    await expect(call).rejects.toMatchObject({ requestId: 'req_1' })
  })

  test('a network failure is reported as status 500 (octokit)', async () => {
    const { origin } = await startServer((_, response) => void response.destroy())
    const call = createClient({ baseUrl: origin, retries: 0 }).users.me()
    await expect(call).rejects.toThrow(ConnectionError)
    await expect(call).rejects.not.toHaveProperty('status')
    await expect(call).rejects.not.toBeInstanceOf(APIError)
  })

  test("err.name is 'Error' for every class (openai)", () => {
    const names = Object.entries(rolecall).flatMap(([key, value]) =>
      typeof value === 'function' && value.prototype instanceof RolecallError
        ? [[key, value.prototype.name]]
        : [],
    )
    expect(names.length).toBeGreaterThanOrEqual(14)
    for (const [key, name] of names) expect(name).toBe(key)
  })
})
