import { afterEach, describe, expect, test, vi } from 'vitest'
import { AbortedError, createClient, RolecallError, TimeoutError } from '../../src/index.ts'
import { startServer } from '../support/recording-server.ts'

afterEach(() => {
  vi.useRealTimers()
})

const baseUrl = 'https://platform.example'
/** A fetch that ignores its signal. */
const deaf = () => new Promise<Response>(() => {})

describe('timeout', () => {
  test('ends an unanswered call, and its request', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const closed = Promise.withResolvers<void>()
    const { origin } = await startServer((_, response) => {
      response.on('close', closed.resolve)
      vi.advanceTimersByTime(30)
    })
    const call = createClient({ baseUrl: origin }).users.me({ timeout: 30, retries: 0 })
    await expect(call).rejects.toThrow(TimeoutError)
    await expect(call).rejects.toMatchObject({
      name: 'TimeoutError',
      message: 'users.me took longer than 30 ms',
    })
    await closed.promise
  })

  test('covers the whole body', async () => {
    const { origin } = await startServer((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"data":')
    })
    const call = createClient({ baseUrl: origin, timeout: 50, retries: 0 }).users.me()
    await expect(call).rejects.toThrow(TimeoutError)
  })

  test('is a minute by default', async () => {
    vi.useFakeTimers()
    const call = createClient({ baseUrl, fetch: deaf, retries: 0 }).users.me()
    const failed = expect(call).rejects.toThrow('users.me took longer than 60000 ms')
    await vi.advanceTimersByTimeAsync(59_999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    await failed
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([Infinity, 2 ** 31])('%d ms sets no timer that would fire at once', async (timeout) => {
    vi.useFakeTimers()
    void createClient({ baseUrl, fetch: deaf }).users.me({ timeout })
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([0, -1, Number.NaN])('of %d is refused', async (timeout) => {
    const call = createClient({ baseUrl, fetch: deaf }).users.me({ timeout })
    await expect(call).rejects.toThrow(RolecallError)
    await expect(call).rejects.toThrow(/^timeout must be a number of milliseconds above 0/)
  })

  test('leaves no timer behind after the answer', async () => {
    vi.useFakeTimers()
    await createClient({ baseUrl, fetch: async () => Response.json({}) }).users.me()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('signal', () => {
  test('ends a call and its request, and its reason is the cause', async () => {
    const closed = Promise.withResolvers<void>()
    const controller = new AbortController()
    const reason = new Error('The page was left')
    const { origin } = await startServer((_, response) => {
      response.on('close', closed.resolve)
      controller.abort(reason)
    })
    const call = createClient({ baseUrl: origin }).users.me({ signal: controller.signal })
    await expect(call).rejects.toThrow(AbortedError)
    await expect(call).rejects.toMatchObject({
      name: 'AbortedError',
      message: 'users.me was ended by its signal',
      cause: reason,
    })
    await closed.promise
  })

  test('reaches every page of a list', async () => {
    const controller = new AbortController()
    const { origin, requests } = await startServer(() => ({
      json: { data: [{}], nextCursor: `${requests.length}` },
    }))
    const users = createClient({ baseUrl: origin }).users.list({}, { signal: controller.signal })
    const loop = async () => {
      for await (const _ of users) if (requests.length === 3) controller.abort()
    }
    await expect(loop()).rejects.toThrow(AbortedError)
    expect(requests).toHaveLength(3)
  })
})
