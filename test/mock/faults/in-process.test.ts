import { ConnectionError, RateLimitError, ServerError, TimeoutError } from 'rolecall'
import { createMock, type FaultRule } from 'rolecall/mocks'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { under } from './under.ts'

/** A client of a mock under the rules. Its retries wait no time. */
function clientUnder(...rules: readonly FaultRule[]) {
  const mock = under(...rules)
  const client = mock.client({ as: 'admin@acme.test' }).withOptions({ random: () => 0 })
  return { mock, client }
}

describe("a mock's own client meets", () => {
  test('a platform that fails three times, then succeeds', async () => {
    const { mock, client } = clientUnder({ on: 'users.list', status: 503, times: 3 })
    const { data } = await client.users.list({}, { retries: 3 })
    expect(data.length).toBeGreaterThan(0)
    expect(mock.requests.map(({ status }) => status)).toEqual([503, 503, 503, 200])
    mock.reset()
    const refused = client.users.list({}, { retries: 2 })
    await expect(refused).rejects.toThrow(ServerError)
    await expect(refused).rejects.toMatchObject({ attempts: 3 })
  })

  test.each(['refuse', 'reset'] as const)('a connection that breaks: %s', async (connection) => {
    const { mock, client } = clientUnder({ on: 'users.me', connection })
    const error: unknown = await client.users.me({ retries: 0 }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ConnectionError)
    const code = connection === 'refuse' ? 'ECONNREFUSED' : 'ECONNRESET'
    expect(error).toMatchObject({ cause: { cause: { code } } })
    mock.faults.set({ rules: [{ connection, times: 1 }] })
    await expect(client.users.me()).resolves.toMatchObject({ email: 'admin@acme.test' })
  })

  test.each(['reset', 'cut'] as const)(
    'a lost answer, and its retried call is not run twice: %s',
    async (connection) => {
      const { mock, client } = clientUnder({ on: 'teams.create', connection, times: 1 })
      await client.teams.create({ key: 'qa' })
      const made = mock.requests.filter(({ operation }) => operation === 'teams.create')
      expect(made.map(({ status, replayed }) => [status, replayed])).toEqual([
        [201, undefined],
        [201, true],
      ])
      const teams = await client.teams.list().toArray()
      expect(teams.filter(({ key }) => key === 'qa')).toHaveLength(1)
    },
  )

  test('a body that ends half way', async () => {
    const { client } = clientUnder({ connection: 'cut' })
    const error: unknown = await client.users.me({ retries: 0 }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ConnectionError)
    expect(String(error)).toContain('users.me: the answer was cut short after: {"id":"usr_')
  })

  test('an empty answer, which can only be lost whole', async () => {
    const { mock, client } = clientUnder({ on: 'teams.delete', connection: 'cut', times: 1 })
    await client.teams.create({ key: 'qa' })
    await expect(client.teams.delete('qa')).resolves.toBeUndefined()
    expect(mock.requests.at(-1)).toMatchObject({ status: 204, replayed: true })
  })

  test('no answer at all, until its timeout', async () => {
    const { client } = clientUnder({ connection: 'stall' })
    await expect(client.users.me({ retries: 0, timeout: 20 })).rejects.toThrow(TimeoutError)
    const { mock, client: again } = clientUnder({ connection: 'stall', times: 1 })
    await again.users.me({ timeout: 20 })
    expect(mock.requests).toHaveLength(2)
  })

  test('a rate limit, with the wait that the server asks for', async () => {
    const { client } = clientUnder({ rate: { requests: 1, per: 30_000 } })
    await client.users.me()
    const refused = client.users.me({ retries: 0 })
    await expect(refused).rejects.toThrow(RateLimitError)
    await expect(refused).rejects.toMatchObject({ retryAfter: 30_000 })
  })

  test('a stale etag, and reads anew', async () => {
    const { mock, client } = clientUnder({ stale: true, times: 1 })
    const { name } = await client.teams.update('support', (team) => ({ name: `${team.name}!` }))
    expect(name).toMatch(/!$/)
    expect(mock.requests.map(({ status }) => status)).toEqual([200, 412, 200, 200])
  })
})

describe('mock.fetch', () => {
  const me = (mock: ReturnType<typeof createMock>, init: RequestInit = {}) =>
    mock.fetch('/v1/me', {
      headers: { authorization: `Bearer ${mock.token('admin@acme.test')}` },
      ...init,
    })

  test.each(['refuse', 'reset'] as const)('rejects as fetch does: %s', async (connection) => {
    await expect(me(under({ connection }))).rejects.toThrow(TypeError)
  })

  test('answers a body that fails half way', async () => {
    const whole = await (await me(createMock())).text()
    const response = await me(under({ connection: 'cut' }))
    expect(response.status).toBe(200)
    const reader = response.body?.getReader()
    const { value } = (await reader?.read()) ?? {}
    const half = new TextDecoder().decode(value)
    expect(whole.startsWith(half)).toBe(true)
    expect(half.length).toBe(Math.ceil(whole.length / 2))
    await expect(reader?.read()).rejects.toThrow(TypeError)
  })

  test('a HEAD has no body to cut', async () => {
    await expect(me(under({ connection: 'cut' }), { method: 'HEAD' })).rejects.toThrow(TypeError)
  })

  test('carries a whole late answer, with its headers', async () => {
    const response = await me(under({ latency: 5, status: 503, retryAfter: 1000 }))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('1')
    expect(response.headers.get('x-request-id')).toMatch(/^req_/)
  })
})

describe('time', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('is that of the timers of the test, which it drives', async () => {
    const mock = under({ latency: 60_000 })
    const settled = vi.fn<() => void>()
    const token = mock.token('admin@acme.test')
    const both = Promise.all([
      mock.fetch('/v1/me', { headers: { authorization: `Bearer ${token}` } }).then(settled),
      mock.client({ as: 'admin@acme.test' }).users.me({ timeout: 100_000 }).then(settled),
    ])
    await vi.advanceTimersByTimeAsync(59_999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await both
    expect(settled).toHaveBeenCalledTimes(2)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('of no latency takes no timer', async () => {
    const mock = under({ latency: 0 }, { on: 'users.*', status: 503 })
    // Nobody advances the time, so an answer that waited for a timer would never come.
    const response = await mock.fetch('/v1/me')
    expect(response.status).toBe(503)
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each<FaultRule>([{ latency: 60_000 }, { connection: 'stall' }])(
    'ends with the signal, at once and without a timer left: %j',
    async (rule) => {
      const mock = under(rule)
      const client = mock.client({ as: 'admin@acme.test' })
      const controller = new AbortController()
      const { signal } = controller
      const calls = [
        mock.fetch('/v1/me', { signal }).catch((error: unknown) => error),
        client.users.me({ signal }).catch((error: unknown) => error),
      ]
      await vi.advanceTimersByTimeAsync(10)
      controller.abort()
      expect(await Promise.all(calls)).toEqual([
        expect.objectContaining({ name: 'AbortError' }),
        expect.objectContaining({ name: 'AbortedError' }),
      ])
      expect(vi.getTimerCount()).toBe(0)
    },
  )

  test('a client that times out while it waits leaves no timer', async () => {
    const { client } = clientUnder({ latency: 60_000 })
    const refused = expect(client.users.me({ retries: 0, timeout: 500 })).rejects.toThrow(
      TimeoutError,
    )
    await vi.advanceTimersByTimeAsync(500)
    await refused
    expect(vi.getTimerCount()).toBe(0)
  })

  test('Retry-After is waited for, and by then the bucket has refilled', async () => {
    const { mock, client } = clientUnder({ on: 'users.me', rate: { requests: 1, per: 3000 } })
    await client.users.me()
    const second = client.users.me()
    await vi.advanceTimersByTimeAsync(2_000)
    mock.clock.advance('3 seconds')
    expect(mock.requests.filter(({ operation }) => operation === 'users.me')).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1_000)
    await expect(second).resolves.toMatchObject({ email: 'admin@acme.test' })
  })
})
