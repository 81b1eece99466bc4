import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  AbortedError,
  type AccessTokenProvider,
  cachedToken,
  TokenProviderError,
} from '../../src/index.ts'
import { start } from '../support/cached-token.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a request for a token', () => {
  /** Never answers, and ignores its signal. */
  const never = () => new Promise<string>(() => {})

  test('times out with the call that started it; the next call starts another', async () => {
    const signals: AbortSignal[] = []
    const provider = vi
      .fn<AccessTokenProvider>(() => 'token-1')
      .mockImplementationOnce(({ signal }) => {
        signals.push(signal)
        return never()
      })
    const { client, tokens } = await start(provider)
    await expect(client.users.me({ timeout: 30 })).rejects.toMatchObject({
      name: 'TokenProviderError',
      message: 'The token provider gave no token in time: users.me took longer than 30 ms',
      cause: { name: 'TimeoutError' },
    })
    expect(signals[0]?.aborted).toBe(true)
    await client.users.me()
    expect(tokens()).toEqual(['token-1'])
  })

  test.each([null, Infinity])(
    'that never ends, started by a call with timeout %s, delays no caller beyond their own timeout',
    async (timeout) => {
      const provider = vi.fn<AccessTokenProvider>(() => 'token-2').mockImplementationOnce(never)
      const { client, tokens } = await start(provider)
      const controller = new AbortController()
      const asker = client.users.me({ timeout, signal: controller.signal })
      await expect(client.users.me({ timeout: 30 })).rejects.toThrow(TokenProviderError)
      await client.users.me({ timeout: 30 })
      expect(provider).toHaveBeenCalledTimes(2)
      await client.users.me()
      expect(tokens()).toEqual(['token-2', 'token-2'])
      controller.abort()
      await expect(asker).rejects.toThrow(AbortedError)
    },
  )

  test('that a shorter call waited for in vain is started anew by the next such call', async () => {
    const { asked, token, ask } = byHand()
    const long = ask(60_000)
    token.at(30)
    const short = ask(60)
    expect(asked).toHaveLength(1)
    token.at(60)
    const next = ask(60)
    const other = ask(60)
    expect(asked).toHaveLength(2)
    asked[1]?.('token-2')
    expect(await Promise.all([next, other])).toEqual(['token-2', 'token-2'])
    // Its own callers still get its answer, and the later request stays.
    asked[0]?.('token-1')
    expect(await Promise.all([long, short])).toEqual(['token-1', 'token-1'])
    expect(ask(60)).toBe('token-2')
  })

  test('that was started anew serves every caller if it is answered first', async () => {
    const { asked, token, ask } = byHand()
    const long = ask(60_000)
    token.at(60)
    const next = ask(60)
    asked[0]?.('token-1')
    expect(await long).toBe('token-1')
    expect(ask(60)).toBe('token-1')
    asked[1]?.('token-2')
    expect(await next).toBe('token-2')
  })

  /** A cached token whose clock and answers the test sets. */
  function byHand() {
    // A whole number: adding to a fraction and subtracting again may leave less.
    const start = Math.ceil(performance.now())
    const clock = vi.spyOn(performance, 'now').mockReturnValue(start)
    const token = { at: (ms: number) => clock.mockReturnValue(start + ms) }
    const asked: ((token: string) => void)[] = []
    const cached = cachedToken(() => new Promise<string>((resolve) => asked.push(resolve)))
    const { signal } = new AbortController()
    return { asked, token, ask: (timeout: number) => cached({ refused: false, signal, timeout }) }
  }

  test('ends with totalTimeout too', async () => {
    const { client } = await start(never)
    await expect(client.users.me({ totalTimeout: 30 })).rejects.toThrow(TokenProviderError)
  })

  test('gets the time it may take', async () => {
    const provider = vi.fn<AccessTokenProvider>(() => 'token-1')
    const { client } = await start(provider)
    await client.users.me({ timeout: 1_234 })
    expect(provider.mock.calls[0]?.[0].timeout).toBe(1_234)
  })

  test('ends with the call that started it; the other waiting calls start another', async () => {
    const aborted: unknown[] = []
    const provider = vi
      .fn<AccessTokenProvider>(async () => 'token-2')
      .mockImplementationOnce(({ signal }) => {
        signal.addEventListener('abort', () => aborted.push(signal.reason))
        return never()
      })
    const { client, tokens } = await start(provider)
    const controller = new AbortController()
    const left = client.users.me({ signal: controller.signal })
    const stayed = [client.users.me(), client.users.me()]
    controller.abort()
    await expect(left).rejects.toThrow(AbortedError)
    await Promise.all(stayed)
    expect(aborted).toEqual([expect.any(AbortedError)])
    expect(tokens()).toEqual(['token-2', 'token-2'])
    expect(provider).toHaveBeenCalledTimes(2)
  })

  test('outlives a caller who only waited', async () => {
    const token = Promise.withResolvers<string>()
    const provider = vi.fn<AccessTokenProvider>(() => token.promise)
    const { client, tokens } = await start(provider)
    const stayed = client.users.me()
    const left = client.users.me({ timeout: 10 })
    await expect(left).rejects.toThrow(TokenProviderError)
    token.resolve('token-1')
    await stayed
    expect(tokens()).toEqual(['token-1'])
    expect(provider).toHaveBeenCalledTimes(1)
  })

  test('that is left hanging is forgotten at its timeout: its timers may have gone with its request', async () => {
    const clock = vi.spyOn(performance, 'now')
    const provider = vi.fn<AccessTokenProvider>(() => 'token-2').mockImplementationOnce(never)
    const token = cachedToken(provider)
    const controller = new AbortController()
    const ask = () => token({ refused: false, signal: controller.signal, timeout: 60_000 })
    const first = ask()
    clock.mockReturnValue(performance.now() + 60_000)
    expect(await ask()).toBe('token-2')
    expect(provider).toHaveBeenCalledTimes(2)
    controller.abort()
    await expect(first).rejects.toThrow('The token provider gave no token in time')
  })

  test('answered after it was forgotten changes nothing', async () => {
    const late = Promise.withResolvers<string>()
    const provider = vi
      .fn<AccessTokenProvider>(() => 'token-2')
      .mockImplementationOnce(() => late.promise)
    const { client, tokens } = await start(provider)
    await expect(client.users.me({ timeout: 20 })).rejects.toThrow(TokenProviderError)
    await client.users.me()
    late.resolve('token-1')
    await new Promise(setImmediate)
    await client.users.me()
    expect(tokens()).toEqual(['token-2', 'token-2'])
  })

  test('that rejects when aborted leaves no unhandled rejection', async () => {
    const rejections: unknown[] = []
    const keep = (reason: unknown) => rejections.push(reason)
    process.on('unhandledRejection', keep)
    const { client } = await start(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')))
        }),
    )
    await expect(client.users.me({ timeout: 20 })).rejects.toThrow(TokenProviderError)
    await new Promise(setImmediate)
    process.off('unhandledRejection', keep)
    expect(rejections).toEqual([])
  })
})
