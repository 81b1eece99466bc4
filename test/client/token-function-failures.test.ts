import { inspect } from 'node:util'
import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import {
  AbortedError,
  type AccessToken,
  RolecallError,
  TokenProviderError,
  type TokenProvider,
  type TokenRequest,
} from '../../src/index.ts'
import { start, refusing } from './with-token.ts'

describe('the wait for a token', () => {
  const never: TokenProvider = () => new Promise(() => {})

  test.each([
    ['timeout', { timeout: 20 }, 'users.me took longer than 20 ms'],
    ['totalTimeout', { totalTimeout: 20 }, 'users.me took longer than 20 ms in all'],
  ])('is bounded by the %s of its call', async (_, limits, message) => {
    const signals: AbortSignal[] = []
    const { client, requests } = await start((request) => {
      signals.push(request.signal)
      return never(request)
    })
    await expect(client.users.me(limits)).rejects.toMatchObject({
      name: 'TokenProviderError',
      message: `The token provider gave no token in time: ${message}`,
      cause: { name: 'TimeoutError' },
    })
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
    expect(requests).toEqual([])
  })

  test('of `can` is bounded too', async () => {
    const { client } = await start(never)
    const call = client.can('roles.list', {}, { timeout: 20 })
    await expect(call).rejects.toMatchObject({
      name: 'TokenProviderError',
      message: 'The token provider gave no token in time: access.evaluate took longer than 20 ms',
    })
  })

  test('after a 401 is bounded too', async () => {
    const { client } = await start(
      (request) => (request.refused ? never(request) : 'token-1'),
      refusing('token-1'),
    )
    await expect(client.users.me({ timeout: 500 })).rejects.toMatchObject({
      name: 'TokenProviderError',
      attempts: 1,
    })
  })

  test('aborts its signal with the call', async () => {
    const signals: AbortSignal[] = []
    const { client } = await start((request) => {
      signals.push(request.signal)
      return never(request)
    })
    const controller = new AbortController()
    const calls = [
      client.users.me({ signal: controller.signal }),
      client.can('roles.list', {}, { signal: controller.signal }),
    ]
    controller.abort('gone')
    await Promise.all(calls.map((call) => expect(call).rejects.toThrow(AbortedError)))
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  })

  test('that never ends does not stop the next call from asking', async () => {
    const provider = vi.fn<TokenProvider>(() => 'token-1').mockImplementationOnce(never)
    const { client, sent } = await start(provider)
    await expect(client.users.me({ timeout: 20 })).rejects.toThrow(TokenProviderError)
    await client.users.me()
    expect(sent()).toEqual(['token-1'])
  })
})

describe('a token function that fails', () => {
  const gone = new Error('The key is gone.')

  test.each<[string, TokenProvider]>([
    [
      'by throwing',
      () => {
        throw gone
      },
    ],
    ['by rejecting', () => Promise.reject(gone)],
  ])('%s makes a TokenProviderError with its cause', async (_, provider) => {
    const { client, requests } = await start(provider)
    const calls = [client.users.me(), client.can('roles.list')]
    // Both are handled at once: one may fail a turn of the event loop before the other.
    const errors = await Promise.all(calls.map((call) => call.catch((reason: unknown) => reason)))
    for (const error of errors) {
      expect(error).toBeInstanceOf(TokenProviderError)
      expect(error).toMatchObject({
        name: 'TokenProviderError',
        message: 'The token provider failed: The key is gone.',
      })
      expect(error).toHaveProperty('cause', gone)
    }
    expect(requests).toEqual([])
  })

  test('is asked again by the next call, and not twice by one', async () => {
    const provider = vi.fn<TokenProvider>(() => 'token-2').mockRejectedValueOnce(gone)
    const { client, sent } = await start(provider)
    await expect(client.users.me()).rejects.toThrow(TokenProviderError)
    expect(provider).toHaveBeenCalledTimes(1)
    await client.users.me()
    expect(sent()).toEqual(['token-2'])
  })

  test.each([
    ['nothing', undefined, 'undefined'],
    ['an empty text', '', '""'],
    ['a number', 7, 'number'],
    ['a header', 'Bearer tok_secret', 'string'],
    ['an object without a token', {}, 'undefined'],
    ['an object whose token is null', { token: null }, 'null'],
  ])('that gives %s gets an error that says what to give', async (_, given, wrong) => {
    const untyped: object = { given }
    const { client, requests } = await start(() => Reflect.get(untyped, 'given'))
    const error = await client.users.me().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TokenProviderError)
    expect(error).toHaveProperty(
      'message',
      `The token provider must give a token alone, without 'Bearer', spaces or line breaks, or null, not ${wrong}`,
    )
    expect(inspect(error)).not.toContain('tok_secret')
    expect(requests).toEqual([])
  })

  test('that gives an expiry gets an error that suggests cachedToken', async () => {
    const provider = async (): Promise<AccessToken> => ({
      token: 'tok_secret',
      expiresAt: Date.now() + 60_000,
    })
    expectTypeOf(provider).not.toExtend<TokenProvider>()
    const untyped: object = { given: await provider() }
    const { client, requests } = await start(() => Reflect.get(untyped, 'given'))
    const error = await client.users.me().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(RolecallError)
    expect(error).toHaveProperty(
      'message',
      'A token with expiresAt must come from cachedToken(provider)',
    )
    expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain('tok_secret')
    expect(requests).toEqual([])
  })
})

test('the context that a token function receives does not expose the refused token', async () => {
  const asked: TokenRequest[] = []
  const { client } = await start((request) => {
    asked.push(request)
    return request.refused ? 'tok_next' : 'tok_secret'
  }, refusing('tok_secret'))
  await client.users.me()
  expect(asked).toHaveLength(2)
  expect(inspect(asked, { depth: 3 })).not.toContain('tok_secret')
  expect(JSON.stringify(asked)).not.toContain('tok_secret')
})
