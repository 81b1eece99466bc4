import { inspect } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type AccessTokenProvider, TokenProviderError } from '../../src/index.ts'
import { minute, noon, setClock, start } from '../support/cached-token.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a renewal', () => {
  test('that fails is retried after 1, 2 and 4 seconds, not by every call', async () => {
    setClock(noon)
    const provider = vi
      .fn<AccessTokenProvider>(() => Promise.reject(new Error('no connection')))
      .mockResolvedValueOnce({ token: 'token-1', expiresAt: noon + 60 * minute })
    const { client, tokens } = await start(provider)
    await client.users.me()
    const asked = () => provider.mock.calls.length - 1
    const counts: number[] = []
    for (const seconds of [0, 0.999, 1, 2.999, 3, 6.999, 7, 14.999, 15]) {
      setClock(noon + 59 * minute + seconds * 1_000)
      for (let call = 0; call < 10; call++) await client.users.me()
      counts.push(asked())
    }
    expect(counts).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5])
    expect(new Set(tokens())).toEqual(new Set(['token-1']))
  })

  test('that gives an expired token keeps the valid one, and backs off', async () => {
    setClock(noon)
    const provider = vi
      .fn<AccessTokenProvider>(() => ({ token: 'token-2', expiresAt: noon }))
      .mockReturnValueOnce({ token: 'token-1', expiresAt: noon + 60 * minute })
    const { client, tokens } = await start(provider)
    await client.users.me()
    setClock(noon + 59 * minute)
    for (let call = 0; call < 5; call++) await client.users.me()
    expect(provider).toHaveBeenCalledTimes(2)
    setClock(noon + 59 * minute + 1_000)
    for (let call = 0; call < 5; call++) await client.users.me()
    expect(provider).toHaveBeenCalledTimes(3)
    expect(new Set(tokens())).toEqual(new Set(['token-1']))
  })

  test('that never ends stops when the last token expires', async () => {
    setClock(noon)
    const provider = vi
      .fn<AccessTokenProvider>(() => 'token-2')
      .mockReturnValueOnce({ token: 'token-1', expiresAt: noon + 60 * minute })
      .mockReturnValueOnce(new Promise(() => {}))
    const { client, tokens } = await start(provider)
    await client.users.me()
    setClock(noon + 60 * minute - 20)
    await client.users.me()
    setClock(noon + 60 * minute)
    await client.users.me()
    expect(tokens()).toEqual(['token-1', 'token-1', 'token-2'])
    expect(provider).toHaveBeenCalledTimes(3)
  })
})

describe('a failing token provider', () => {
  test.each<[string, AccessTokenProvider]>([
    [
      'by throwing',
      () => {
        throw new Error('The key is gone.')
      },
    ],
    ['by rejecting', () => Promise.reject(new Error('The key is gone.'))],
  ])('%s makes a TokenProviderError with its cause', async (_, provider) => {
    const { client, tokens } = await start(provider)
    const error = await client.users.me().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TokenProviderError)
    expect(error).toMatchObject({
      name: 'TokenProviderError',
      message: 'The token provider failed: The key is gone.',
      cause: new Error('The key is gone.'),
    })
    expect(tokens()).toEqual([])
  })

  test('is asked again by the next call, and not twice by one', async () => {
    const provider = vi
      .fn<() => string>(() => 'token-2')
      .mockImplementationOnce(() => {
        throw new Error('once')
      })
    const { client, tokens } = await start(provider)
    await expect(client.users.me()).rejects.toThrow('once')
    expect(provider).toHaveBeenCalledTimes(1)
    await client.users.me()
    expect(tokens()).toEqual(['token-2'])
  })

  test('does not expose an earlier token that its error contains', async () => {
    setClock(noon)
    let calls = 0
    const { client } = await start(() => {
      calls += 1
      if (calls > 1) throw new Error('tok_secret is no refresh token')
      return { token: 'tok_secret', expiresAt: noon + minute }
    })
    await client.users.me()
    setClock(noon + minute)
    await expect(client.users.me()).rejects.toThrow('failed: [token] is no refresh token')
  })

  test.each([
    ['nothing', undefined, 'undefined'],
    ['a number', 7, 'number'],
    ['a header', 'Bearer tok_secret', 'string'],
    ['an object without a token', {}, 'undefined'],
  ])('that gives %s gets an error that says what to give', async (_, given, wrong) => {
    const untyped: object = { given }
    const { client } = await start(() => Reflect.get(untyped, 'given'))
    const error = await client.users.me().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TokenProviderError)
    expect(error).toHaveProperty(
      'message',
      `The token provider must give a token alone, without 'Bearer', spaces or line breaks, or null, not ${wrong}`,
    )
    expect(inspect(error)).not.toContain('tok_secret')
  })
})
