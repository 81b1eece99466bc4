import { inspect } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  AbortedError,
  AuthenticationError,
  createClient,
  TokenProviderError,
  type TokenProvider,
  type TokenRequest,
} from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer } from '../support/recording-server.ts'

const noon = Date.UTC(2026, 0, 1, 12)
const minute = 60_000

afterEach(() => {
  vi.restoreAllMocks()
})

/** A server that takes the tokens that `isValid` says, and a client over the provider. */
async function start(token: TokenProvider, isValid: (token: string) => boolean = () => true) {
  const { origin, requests } = await startServer(({ headers }) =>
    isValid(headers.authorization?.slice('Bearer '.length) ?? '')
      ? { json: { email: 'me@acme.test' } }
      : problemAnswer(401, 'invalid_token', { detail: `No: ${headers.authorization}` }),
  )
  const tokens = () => requests.map(({ headers }) => headers.authorization?.split(' ')[1])
  return { client: createClient({ baseUrl: origin, token }), tokens, requests }
}

/** Gives `token-1`, `token-2` … and keeps what it was asked. */
function counting(expiresAt: () => Date | string | number | undefined = () => undefined) {
  const asked: TokenRequest[] = []
  const provider: TokenProvider = async (request) => {
    asked.push(request)
    return { token: `token-${asked.length}`, expiresAt: expiresAt() }
  }
  return { asked, provider }
}

function setClock(time: number) {
  vi.spyOn(Date, 'now').mockReturnValue(time)
}

test('a token is asked for when the first call is made, and kept', async () => {
  const { asked, provider } = counting()
  const { client, tokens } = await start(provider)
  expect(asked).toEqual([])
  await client.users.me()
  await client.users.me()
  expect(tokens()).toEqual(['token-1', 'token-1'])
  expect(asked).toEqual([{ refused: false }])
})

test.each([
  ['text', () => 'token-1'],
  ['a promise of text', async () => 'token-1'],
  ['an object', () => ({ token: 'token-1' })],
])('a provider may give %s', async (_, provider) => {
  const { client, tokens } = await start(provider)
  await client.users.me()
  expect(tokens()).toEqual(['token-1'])
})

test('fifty calls that wait for a token have the provider asked once', async () => {
  const token = Promise.withResolvers<string>()
  const provider = vi.fn<TokenProvider>(() => token.promise)
  const { client, tokens } = await start(provider)
  const calls = Array.from({ length: 50 }, () => client.users.me())
  token.resolve('token-1')
  await Promise.all(calls)
  expect(provider).toHaveBeenCalledTimes(1)
  expect(new Set(tokens())).toEqual(new Set(['token-1']))
})

describe('a token that expires', () => {
  test.each([
    ['a date', new Date(noon + 60 * minute)],
    ['ISO 8601', new Date(noon + 60 * minute).toISOString()],
    ['milliseconds since 1970', noon + 60 * minute],
  ])('is renewed a minute before, when that is told as %s', async (_, expiresAt) => {
    setClock(noon)
    const { asked, provider } = counting(() => expiresAt)
    const { client, tokens } = await start(provider)
    await client.users.me()
    setClock(noon + 59 * minute - 1)
    await client.users.me()
    expect(asked).toHaveLength(1)
    setClock(noon + 59 * minute)
    await client.users.me()
    expect(asked).toEqual([{ refused: false }, { refused: false }])
    await client.users.me()
    // It was still good, and nobody waited for the next.
    expect(tokens()).toEqual(['token-1', 'token-1', 'token-1', 'token-2'])
  })

  test('soon is renewed after three quarters of its life', async () => {
    setClock(noon)
    const { asked, provider } = counting(() => noon + 8_000)
    const { client } = await start(provider)
    await client.users.me()
    setClock(noon + 5_999)
    await client.users.me()
    expect(asked).toHaveLength(1)
    setClock(noon + 6_000)
    await client.users.me()
    expect(asked).toHaveLength(2)
  })

  test('serves until its end while the next can not be had, and not a moment longer', async () => {
    setClock(noon)
    let isBroken = false
    const { client, tokens } = await start(() => {
      if (isBroken) throw new Error('no connection')
      return { token: 'token-1', expiresAt: noon + 60 * minute }
    })
    await client.users.me()
    isBroken = true
    setClock(noon + 60 * minute - 1)
    await client.users.me()
    expect(tokens()).toEqual(['token-1', 'token-1'])
    setClock(noon + 60 * minute)
    await expect(client.users.me()).rejects.toThrow(TokenProviderError)
    isBroken = false
    await client.users.me()
    expect(tokens()).toHaveLength(3)
  })

  test('already, by this clock, is sent all the same: the clock may be what is wrong', async () => {
    setClock(noon)
    const { client, tokens } = await start(counting(() => noon - minute).provider)
    await client.users.me()
    await client.users.me()
    expect(tokens()).toEqual(['token-1', 'token-2'])
  })
})

describe('a 401', () => {
  test('has the token renewed and the call repeated, once', async () => {
    const { asked, provider } = counting()
    const { client, tokens, requests } = await start(provider, (token) => token === 'token-2')
    await client.roles.create({ key: 'a', permissions: [] })
    expect(tokens()).toEqual(['token-1', 'token-2'])
    expect(asked).toEqual([{ refused: false }, { refused: true }])
    // It is one write, however often it is sent.
    expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  test('of the renewed token is an AuthenticationError that shows neither', async () => {
    const { client, tokens } = await start(counting().provider, () => false)
    const error = await client.users.me().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AuthenticationError)
    expect(tokens()).toEqual(['token-1', 'token-2'])
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/token-\d/)
    expect(JSON.stringify(error)).not.toMatch(/token-\d/)
  })

  test('of many calls has the provider asked once', async () => {
    const { asked, provider } = counting()
    const { client } = await start(provider, (token) => token !== 'token-1')
    await Promise.all(Array.from({ length: 20 }, () => client.users.me()))
    expect(asked).toEqual([{ refused: false }, { refused: true }])
  })

  test('of a token that never changes is not repeated', async () => {
    const { origin, requests } = await startServer(() => problemAnswer(401, 'invalid_token'))
    const client = createClient({ baseUrl: origin, token: 'token-1' })
    await expect(client.users.me()).rejects.toThrow(AuthenticationError)
    expect(requests).toHaveLength(1)
  })

  test('of a header of one’s own is not repeated, nor is the provider asked', async () => {
    const { asked, provider } = counting()
    const { client, tokens } = await start(provider, () => false)
    const call = client.users.me({ headers: { Authorization: 'Basic bWU6bWU=' } })
    await expect(call).rejects.toThrow(AuthenticationError)
    expect(tokens()).toEqual(['bWU6bWU='])
    expect(asked).toEqual([])
  })
})

test("a caller who gives up does not take the others' token away", async () => {
  const token = Promise.withResolvers<string>()
  const provider = vi.fn<TokenProvider>(() => token.promise)
  const { client, tokens } = await start(provider)
  const controller = new AbortController()
  const left = client.users.me({ signal: controller.signal })
  const stayed = client.users.me()
  controller.abort()
  await expect(left).rejects.toThrow(AbortedError)
  token.resolve('token-1')
  expect(await stayed).toEqual({ email: 'me@acme.test' })
  expect(tokens()).toEqual(['token-1'])
  expect(provider).toHaveBeenCalledTimes(1)
})

describe('a provider that fails', () => {
  test.each<[string, TokenProvider]>([
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

  test('is asked again by the next call, and not by the same', async () => {
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

  test('does not show the token it gave before, which its error holds', async () => {
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
    ['null', null, 'null'],
    ['a number', 7, 'number'],
    ['a header', 'Bearer tok_secret', 'string'],
    ['an object without a token', {}, 'undefined'],
    ['seconds', { token: 'tok_secret', expiresAt: noon / 1000 }, 'another expiresAt'],
    ['no date', { token: 'tok_secret', expiresAt: 'soon' }, 'another expiresAt'],
  ])('by giving %s is told what to give', async (_, given, wrong) => {
    const untyped: object = { given }
    const { client } = await start(() => Reflect.get(untyped, 'given'))
    const error = await client.users.me().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TokenProviderError)
    expect(error).toHaveProperty(
      'message',
      expect.stringMatching(
        /^The token provider must give a token alone, or \{ token, expiresAt \}/,
      ),
    )
    expect(error).toHaveProperty('message', expect.stringMatching(new RegExp(`not ${wrong}$`)))
    expect(inspect(error)).not.toContain('tok_secret')
  })
})

test('neither the client nor what it is made of shows the token', async () => {
  const { client } = await start(() => 'tok_secret')
  await client.users.me()
  for (const value of [client, client.withOptions({}), client.users]) {
    expect(inspect(value, { depth: 9, showHidden: true })).not.toContain('tok_secret')
    expect(JSON.stringify(value)).not.toContain('tok_secret')
  }
})
