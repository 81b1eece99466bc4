import { AbortedError, APIError, cachedToken, createClient, TokenProviderError } from 'rolecall'
import { afterEach, describe, expect, test, vi } from 'vitest'

const baseUrl = 'https://platform.example'

const { throwIfAborted } = AbortSignal.prototype

afterEach(() => {
  vi.unstubAllGlobals()
  AbortSignal.prototype.throwIfAborted = throwIfAborted
})

describe('an idempotency key', () => {
  test.each<[string, object | undefined]>([
    ['no crypto, as in React Native', undefined],
    ['a crypto without randomUUID, as in pages of plain http', { getRandomValues: () => {} }],
  ])('is new for each write with %s', async (_, crypto) => {
    vi.stubGlobal('crypto', crypto)
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const keys: (string | null)[] = []
    const client = createClient({
      baseUrl,
      fetch: async ({ headers }) => {
        keys.push(headers.get('idempotency-key'))
        return Response.json({})
      },
    })
    for (let n = 0; n < 3; n++) await client.roles.create({ key: 'reviewer', permissions: [] })
    vi.restoreAllMocks()
    expect(new Set(keys).size).toBe(3)
    for (const key of keys) expect(key).toMatch(/^[\w.-]{10,}$/)
  })
})

describe('where a platform has older signals, URLs and text decoders', () => {
  /** Features that React Native, and browsers of a few years ago, lack. */
  function stubOld(): void {
    class OldURL extends URL {}
    Reflect.set(OldURL, 'parse', undefined)
    Reflect.set(OldURL, 'canParse', undefined)
    vi.stubGlobal('URL', OldURL)
    vi.stubGlobal('TextDecoder', undefined)
    vi.stubGlobal('structuredClone', undefined)
    vi.stubGlobal('MessageChannel', undefined)
    Reflect.set(AbortSignal.prototype, 'throwIfAborted', undefined)
  }

  /** An answer without a stream. */
  const answer = (text: string, init?: ResponseInit) => {
    const { ok, status, headers } = new Response(null, init)
    return { ok, status, headers, text: async () => text }
  }

  test('calls are answered, refused and aborted', async () => {
    stubOld()
    const answers = [
      answer('{"key":"a"}'),
      answer('', { status: 302, headers: { location: '//b' } }),
    ]
    const controller = new AbortController()
    const client = createClient({
      baseUrl,
      token: cachedToken(async () => 'tok_1'),
      fetch: async () => answers.shift() ?? new Promise(() => controller.abort()),
    })
    expect(await client.roles.get('a')).toEqual({ key: 'a' })
    const redirected = await client.roles.get('a').catch((error: unknown) => error)
    expect(redirected).toBeInstanceOf(APIError)
    expect(redirected).toHaveProperty('message', expect.stringContaining('a redirect'))
    await expect(client.roles.get('a', { signal: controller.signal })).rejects.toThrow(AbortedError)
    const ended = client.withOptions({
      token: cachedToken(() => new Promise(() => {})),
      timeout: 5,
    })
    await expect(ended.roles.get('a')).rejects.toThrow(TokenProviderError)
  })
})

test('the status decides the class of an answer, whatever its text', async () => {
  const { headers } = new Response()
  const client = createClient({
    baseUrl,
    fetch: async () => ({ ok: false, status: 418, headers, text: async () => 'tea' }),
  })
  await expect(client.users.me()).rejects.toThrow(
    "users.me was answered 418 with a body that is not the API's JSON: tea",
  )
})
