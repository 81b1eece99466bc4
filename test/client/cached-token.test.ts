import { inspect } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  AbortedError,
  type AccessTokenProvider,
  AuthenticationError,
  cachedToken,
  createClient,
  RolecallError,
  TokenProviderError,
  type TokenRequest,
} from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer } from '../support/recording-server.ts'

const noon = Date.UTC(2026, 0, 1, 12)
const minute = 60_000

afterEach(() => {
  vi.restoreAllMocks()
})

/** A server that takes the tokens that `isValid` says, and a client that keeps what the provider gives. */
async function start(
  provider: AccessTokenProvider,
  isValid: (token: string) => boolean = () => true,
) {
  const { origin, requests } = await startServer(({ headers }) =>
    isValid(headers.authorization?.slice('Bearer '.length) ?? '')
      ? { json: { email: 'me@acme.test' } }
      : problemAnswer(401, 'invalid_token', { detail: `No: ${headers.authorization}` }),
  )
  const tokens = () => requests.map(({ headers }) => headers.authorization?.split(' ')[1])
  const client = createClient({ baseUrl: origin, token: cachedToken(provider) })
  return { client, tokens, requests }
}

/** Gives `token-1`, `token-2` … and keeps what it was asked. */
function counting(expiresAt: () => Date | string | number | undefined = () => undefined) {
  const asked: Pick<TokenRequest, 'refused'>[] = []
  const provider: AccessTokenProvider = async ({ refused }) => {
    asked.push({ refused })
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

  test('that comes late does not throw away the token that has come since', async () => {
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

describe('a question', () => {
  /** Never answers, and takes no notice of its signal. */
  const never = () => new Promise<string>(() => {})

  test('is up with the time of the call that asked it, and the next call asks anew', async () => {
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
    'that has no end, asked by a call whose timeout is %s, holds up nobody for longer than their own time',
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

  test('that a shorter call waited for in vain is asked anew by the next such call', async () => {
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
    // Its own callers still get its answer, and the later one stays.
    asked[0]?.('token-1')
    expect(await Promise.all([long, short])).toEqual(['token-1', 'token-1'])
    expect(ask(60)).toBe('token-2')
  })

  test('that was asked anew is answered to all, should it be the first to be', async () => {
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

  /** A cached token whose clock and answers are set by hand. */
  function byHand() {
    const start = performance.now()
    const clock = vi.spyOn(performance, 'now').mockReturnValue(start)
    const token = { at: (ms: number) => clock.mockReturnValue(start + ms) }
    const asked: ((token: string) => void)[] = []
    const cached = cachedToken(() => new Promise<string>((resolve) => asked.push(resolve)))
    const { signal } = new AbortController()
    return { asked, token, ask: (timeout: number) => cached({ refused: false, signal, timeout }) }
  }

  test('is up with the total time too', async () => {
    const { client } = await start(never)
    await expect(client.users.me({ totalTimeout: 30 })).rejects.toThrow(TokenProviderError)
  })

  test('tells how long it may take', async () => {
    const provider = vi.fn<AccessTokenProvider>(() => 'token-1')
    const { client } = await start(provider)
    await client.users.me({ timeout: 1_234 })
    expect(provider.mock.calls[0]?.[0].timeout).toBe(1_234)
  })

  test('ends with the call that asked it, and who else waits asks anew', async () => {
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

  test('goes on without a caller who only waited', async () => {
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

  test('that nobody ends is forgotten when its time is up: its timers may be gone with its request', async () => {
    const clock = vi.spyOn(performance, 'now')
    const provider = vi.fn<AccessTokenProvider>(() => 'token-2').mockImplementationOnce(never)
    const token = cachedToken(provider)
    const ask = (timeout: number) =>
      token({ refused: false, signal: new AbortController().signal, timeout })
    void ask(60_000)
    clock.mockReturnValue(performance.now() + 60_000)
    expect(await ask(60_000)).toBe('token-2')
    expect(provider).toHaveBeenCalledTimes(2)
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

  test('that rejects when it is aborted leaves no rejection behind', async () => {
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

describe('a renewal', () => {
  test('that fails is tried again after 1, 2, 4 seconds, not by every call', async () => {
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

  test('that gives a token which has expired keeps the one that is valid, and backs off', async () => {
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

  test('that never ends is up when the last token is', async () => {
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

describe('a provider that fails', () => {
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
    ['a number', 7, 'number'],
    ['a header', 'Bearer tok_secret', 'string'],
    ['an object without a token', {}, 'undefined'],
  ])('by giving %s is told what to give', async (_, given, wrong) => {
    const untyped: object = { given }
    const { client } = await start(() => Reflect.get(untyped, 'given'))
    const error = await client.users.me().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TokenProviderError)
    expect(error).toHaveProperty(
      'message',
      `The token provider must give a token alone, without 'Bearer', spaces or line breaks, or null for none (given: ${wrong})`,
    )
    expect(inspect(error)).not.toContain('tok_secret')
  })
})

test.each([
  ['seconds', noon / 1000],
  ['no date', 'soon'],
])('an end that is %s is refused', async (_, expiresAt) => {
  const { client, tokens } = await start(() => ({ token: 'tok_secret', expiresAt }))
  await expect(client.users.me()).rejects.toMatchObject({
    name: 'TokenProviderError',
    message: 'expiresAt must be a date or milliseconds since 1970',
  })
  expect(tokens()).toEqual([])
})

test('null is no token, and is not kept', async () => {
  const provider = vi.fn<AccessTokenProvider>(() => 'token-1').mockReturnValueOnce(null)
  const { client, tokens } = await start(provider)
  await client.users.me()
  await client.users.me()
  expect(tokens()).toEqual([undefined, 'token-1'])
})

test('clients that are given the same function share its token', async () => {
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

test.each([
  ['a token', 'tok_secret'],
  ['nothing', undefined],
])('%s in place of a provider is refused, and not shown', (_, given) => {
  const call = () => Reflect.apply(cachedToken, undefined, [given])
  expect(call).toThrow(RolecallError)
  expect(call).toThrow(`The provider must be a function, not ${typeof given}`)
})

test.each([
  ['nothing', undefined, 'undefined'],
  ['null', null, 'null'],
  ['a text', 'tok_secret', 'string'],
  ['an object without a signal', { timeout: 5 }, 'object'],
])('the function that it makes, called with %s, says what it takes', (_, given, kind) => {
  const token = cachedToken(() => 'token-1')
  const call = () => Reflect.apply(token, undefined, [given])
  expect(call).toThrow(RolecallError)
  expect(call).toThrow(`The request must be a TokenRequest, not ${kind}`)
})

test('neither the client nor what it is made of shows the token', async () => {
  const { client } = await start(() => 'tok_secret')
  await client.users.me()
  for (const value of [client, client.withOptions({}), client.users]) {
    expect(inspect(value, { depth: 9, showHidden: true })).not.toContain('tok_secret')
    expect(JSON.stringify(value)).not.toContain('tok_secret')
  }
})
