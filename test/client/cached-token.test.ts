import { inspect } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  type AccessTokenProvider,
  AuthenticationError,
  cachedToken,
  createClient,
  RolecallError,
  TokenProviderError,
} from '../../src/index.ts'
import { counting, minute, noon, setClock, start } from '../support/cached-token.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer } from '../support/recording-server.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('the first call asks for a token, and later calls reuse it', async () => {
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

test('fifty calls that wait for a token ask the provider once', async () => {
  const token = Promise.withResolvers<string>()
  const provider = vi.fn<AccessTokenProvider>(() => token.promise)
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
  ])('is renewed a minute early, with its end given as %s', async (_, expiresAt) => {
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
    // It was still valid, so no call waited for the next one.
    expect(tokens()).toEqual(['token-1', 'token-1', 'token-1', 'token-2'])
  })

  test('soon is renewed after three quarters of its lifetime', async () => {
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

  test('is used until its end while no new one can be had, and not longer', async () => {
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

  test('in the past, by this clock, is sent nevertheless: the clock may be wrong', async () => {
    setClock(noon)
    const { client, tokens } = await start(counting(() => noon - minute).provider)
    await client.users.me()
    await client.users.me()
    expect(tokens()).toEqual(['token-1', 'token-2'])
  })
})

describe('a 401', () => {
  test('renews the token and repeats the call once', async () => {
    const { asked, provider } = counting()
    const { client, tokens, requests } = await start(provider, (token) => token === 'token-2')
    await client.roles.create({ key: 'a', permissions: [] })
    expect(tokens()).toEqual(['token-1', 'token-2'])
    expect(asked).toEqual([{ refused: false }, { refused: true }])
    // One write, however often it is sent.
    expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  test('for the renewed token too is an AuthenticationError that shows neither token', async () => {
    const { client, tokens } = await start(counting().provider, () => false)
    const error = await client.users.me().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AuthenticationError)
    expect(tokens()).toEqual(['token-1', 'token-2'])
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/token-\d/)
    expect(JSON.stringify(error)).not.toMatch(/token-\d/)
  })

  test('for many calls asks the provider once', async () => {
    const { asked, provider } = counting()
    const { client } = await start(provider, (token) => token !== 'token-1')
    await Promise.all(Array.from({ length: 20 }, () => client.users.me()))
    expect(asked).toEqual([{ refused: false }, { refused: true }])
  })

  test('that arrives late does not discard a newer token', async () => {
    const late = Promise.withResolvers<undefined>()
    const { asked, provider } = counting()
    const { origin } = await startServer(({ headers, url }, response) => {
      if (headers.authorization !== 'Bearer token-1') return { json: {} }
      const refusal = problemAnswer(401, 'invalid_token')
      if (url === '/v1/me') return refusal
      void late.promise.then(() => response.writeHead(401).end(refusal.text))
      return undefined
    })
    const client = createClient({ baseUrl: origin, token: cachedToken(provider) })
    const slow = client.roles.get('reviewer')
    await client.users.me()
    late.resolve(undefined)
    await slow
    expect(asked).toEqual([{ refused: false }, { refused: true }])
  })
})

test.each([
  ['seconds', noon / 1000],
  ['no date', 'soon'],
])('an expiry that is %s is refused', async (_, expiresAt) => {
  const { client, tokens } = await start(() => ({ token: 'tok_secret', expiresAt }))
  await expect(client.users.me()).rejects.toMatchObject({
    name: 'TokenProviderError',
    message: 'expiresAt must be a date or milliseconds since 1970',
  })
  expect(tokens()).toEqual([])
})

test('null means no token, and is not cached', async () => {
  const provider = vi.fn<AccessTokenProvider>(() => 'token-1').mockReturnValueOnce(null)
  const { client, tokens } = await start(provider)
  await client.users.me()
  await client.users.me()
  expect(tokens()).toEqual([undefined, 'token-1'])
})

test('clients with the same function share its token', async () => {
  const { asked, provider } = counting()
  const { origin, requests } = await startServer()
  const token = cachedToken(provider)
  const one = createClient({ baseUrl: origin, token })
  const other = createClient({ baseUrl: origin, token })
  await Promise.all([one.users.me(), other.users.me(), one.withOptions({}).users.me()])
  expect(asked).toHaveLength(1)
  expect(new Set(requests.map(({ headers }) => headers.authorization))).toEqual(
    new Set(['Bearer token-1']),
  )
})

test.each([['a token', 'tok_secret']])(
  '%s in place of a provider is refused, and not printed',
  (_, given) => {
    const call = () => Reflect.apply(cachedToken, undefined, [given])
    expect(call).toThrow(RolecallError)
    expect(call).toThrow(`The provider must be a function, not ${typeof given}`)
  },
)

test('nothing in place of a provider, or of its request, is missing', () => {
  expect(() => Reflect.apply(cachedToken, undefined, [])).toThrow(
    'The provider is missing: it must be a function',
  )
  expect(() =>
    Reflect.apply(
      cachedToken(() => 'token-1'),
      undefined,
      [],
    ),
  ).toThrow('The request is missing: it must be a TokenRequest')
})

test.each([
  ['null', null, 'null'],
  ['a text', 'tok_secret', 'string'],
  ['an object without a signal', { timeout: 5 }, 'object'],
])('the function it makes, called with %s, says what it takes', (_, given, kind) => {
  const token = cachedToken(() => 'token-1')
  const call = () => Reflect.apply(token, undefined, [given])
  expect(call).toThrow(RolecallError)
  expect(call).toThrow(`The request must be a TokenRequest, not ${kind}`)
})

test('neither the client nor its parts show the token', async () => {
  const { client } = await start(() => 'tok_secret')
  await client.users.me()
  for (const value of [client, client.withOptions({}), client.users]) {
    expect(inspect(value, { depth: 9, showHidden: true })).not.toContain('tok_secret')
    expect(JSON.stringify(value)).not.toContain('tok_secret')
  }
})
