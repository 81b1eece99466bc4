import { afterEach, describe, expect, test, vi } from 'vitest'
import { type ClientOptions, createClient } from '../../src/index.ts'

const baseUrl = 'https://platform.example'

afterEach(() => {
  vi.useRealTimers()
})

describe('the wait', () => {
  /** The waits, in milliseconds, between the attempts of a call with these answers. */
  async function waitsOf(headers: Record<string, string>, options: ClientOptions = {}) {
    vi.useFakeTimers()
    vi.setSystemTime(Date.UTC(2026, 0, 1))
    const times: number[] = []
    const client = createClient({
      baseUrl,
      retries: 7,
      ...options,
      fetch: async () => {
        times.push(Date.now())
        return new Response('', { status: 429, headers })
      },
    })
    const call = client.users.me().catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    return { waits, error: await call }
  }

  test('doubles up to eight seconds, with a random share of each', async () => {
    const steps = [500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]
    expect((await waitsOf({}, { random: () => 1 })).waits).toEqual(steps)
    expect((await waitsOf({}, { random: () => 0.25 })).waits).toEqual(steps.map((ms) => ms / 4))
    expect((await waitsOf({}, { random: () => 0 })).waits).toEqual(steps.map(() => 0))
  })

  test('uses Math.random by default', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5)
    expect((await waitsOf({}, { retries: 1 })).waits).toEqual([250])
    random.mockRestore()
  })

  test('follows Retry-After, in seconds or as a date', async () => {
    expect((await waitsOf({ 'retry-after': '2' }, { retries: 2 })).waits).toEqual([2_000, 2_000])
    const date = 'Thu, 01 Jan 2026 00:00:03 GMT'
    expect((await waitsOf({ 'retry-after': date }, { retries: 1 })).waits).toEqual([3_000])
    const limit = { ratelimit: '"minute";r=0;t=4' }
    expect((await waitsOf(limit, { retries: 1 })).waits).toEqual([4_000])
  })

  test('of three days is not started: the call fails at once and says so', async () => {
    const { waits, error } = await waitsOf({ 'retry-after': '259200' })
    expect(waits).toEqual([])
    expect(error).toMatchObject({
      name: 'RateLimitError',
      attempts: 1,
      retryAfter: 259_200_000,
    })
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is bounded by maxRetryAfter', async () => {
    const headers = { 'retry-after': '61' }
    expect((await waitsOf(headers, { retries: 1 })).waits).toEqual([])
    expect((await waitsOf(headers, { retries: 1, maxRetryAfter: 61_000 })).waits).toEqual([61_000])
    const far = { 'retry-after': '9000000' }
    expect((await waitsOf(far, { retries: 1, maxRetryAfter: Infinity })).waits).toEqual([])
  })

  test('that exceeds totalTimeout is not started', async () => {
    const { waits, error } = await waitsOf({ 'retry-after': '5' }, { totalTimeout: 5_000 })
    expect(waits).toEqual([])
    expect(error).toMatchObject({ name: 'RateLimitError', attempts: 1, retryAfter: 5_000 })
    expect((await waitsOf({ 'retry-after': '2' }, { totalTimeout: 5_000 })).waits).toEqual([
      2_000, 2_000,
    ])
  })
})
