import { inspect } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createClient, RolecallError, type ClientOptions } from '../../src/index.ts'
import manifest from '../../package.json' with { type: 'json' }
import { startServer } from '../support/recording-server.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

function faultOf(options: unknown): string {
  try {
    // JavaScript users may pass it, though the type of the options forbids it.
    Reflect.apply(createClient, undefined, [options])
  } catch (error) {
    if (error instanceof RolecallError) return error.message
    throw error
  }
  throw new Error('createClient took it')
}

const baseUrl = 'https://platform.example'

describe('token', () => {
  test.each(['Bearer tok_12345', 'tok_12345\n', 'tok 12345', 'tök_12345', 7])(
    '%j is refused, and not printed',
    (token) => {
      const message = faultOf({ baseUrl, token })
      expect(message).toMatch(/^token must be a token alone/)
      expect(message).not.toContain('12345')
    },
  )

  test('an empty one reads as absent', () => {
    expect(faultOf({ baseUrl, token: '' })).toMatch(/^token is missing: it must be a token alone/)
  })

  test('a wrong environment variable is named in the error', () => {
    vi.stubEnv('ROLECALL_TOKEN', 'tok_12345\n')
    expect(faultOf({ baseUrl })).toMatch(/^token \(from ROLECALL_TOKEN\) must be a token alone/)
  })

  test('without a token, no Authorization is sent', async () => {
    vi.stubEnv('ROLECALL_TOKEN', '')
    const { origin, requests } = await startServer()
    await createClient({ baseUrl: origin }).users.me()
    expect(requests[0]?.headers).not.toHaveProperty('authorization')
  })

  test('with null, no Authorization is sent, whatever the environment says', async () => {
    vi.stubEnv('ROLECALL_TOKEN', 'tok_env')
    const { origin, requests } = await startServer()
    await createClient({ baseUrl: origin, token: null }).users.me()
    expect(requests[0]?.headers).not.toHaveProperty('authorization')
  })

  test('the client does not expose it', () => {
    const client = createClient({ baseUrl, token: 'tok_secret' })
    expect(inspect(client, { depth: 9, showHidden: true })).not.toContain('tok_secret')
    expect(JSON.stringify(client)).not.toContain('tok_secret')
  })
})

test('token and base URL are read from the environment', async () => {
  const { origin, requests } = await startServer()
  vi.stubEnv('ROLECALL_BASE_URL', origin)
  vi.stubEnv('ROLECALL_TOKEN', 'tok_env')
  await createClient().users.me()
  expect(requests[0]?.headers.authorization).toBe('Bearer tok_env')
})

test('options override the environment', async () => {
  const { origin, requests } = await startServer()
  vi.stubEnv('ROLECALL_BASE_URL', 'https://elsewhere.example')
  vi.stubEnv('ROLECALL_TOKEN', 'tok_env')
  await createClient({ baseUrl: origin, token: 'tok_option' }).users.me()
  expect(requests[0]?.headers.authorization).toBe('Bearer tok_option')
})

test('an unreadable environment counts as empty', () => {
  vi.stubGlobal('process', {
    get env() {
      throw new Error('NotCapable')
    },
  })
  expect(() => createClient({ baseUrl })).not.toThrow()
  vi.stubGlobal('process', undefined)
  expect(() => createClient({ baseUrl })).not.toThrow()
})

test.each<[string, object, RegExp]>([
  ['timeout 0', { timeout: 0 }, /^timeout must be a number of milliseconds above 0.*not 0$/],
  ['timeout NaN', { timeout: Number.NaN }, /^timeout must be .*not NaN$/],
  ['timeout as text', { timeout: '5s' }, /^timeout must be /],
  ['totalTimeout', { totalTimeout: -1 }, /^totalTimeout must be a number of milliseconds above 0/],
  ['retries', { retries: 1.5 }, /^retries must be a whole number, 0 for none, not 1\.5$/],
  ['maxRetryAfter', { maxRetryAfter: '1h' }, /^maxRetryAfter must be a number of milliseconds/],
  ['maxResponseBytes', { maxResponseBytes: 0 }, /^maxResponseBytes must be a number of bytes/],
  ['random', { random: 0.5 }, /^random must be a function, not number$/],
  ['fetch', { fetch: 'fetch' }, /^fetch must be a function, not string$/],
  ['headers', { headers: new Headers() }, /^headers must be an object, not Headers/],
  ['a log level', { logLevel: 'loud' }, /^logLevel must be one of off, .*, debug, not loud$/],
  ['an unknown log level', { logLevel: 1 }, /^logLevel must be .* not number$/],
  ['a logger', { logger: { log() {} } }, /^logger must be like console: with error, warn/],
  ['hooks', { hooks: 'all' }, /^hooks must be an object, not string$/],
  ['a hook', { hooks: { onRetry: 'log' } }, /^hooks\.onRetry must be a function, not string$/],
  [
    'an unknown hook',
    { hooks: [{ onRespons: () => {} }] },
    /^hooks can't have 'onRespons': did you mean onResponse\?$/,
  ],
  ['a header name', { headers: { 'X Y': 'a' } }, /^headers\["X Y"\] must be a line of Latin-1/],
])('%s is refused', (_, options, message) => {
  expect(faultOf({ baseUrl, ...options })).toMatch(message)
})

test('a wrong log level in the environment is named in the error', () => {
  vi.stubEnv('ROLECALL_LOG', 'verbose')
  expect(faultOf({ baseUrl })).toMatch(
    /^logLevel \(from ROLECALL_LOG\) must be one of .* not verbose$/,
  )
})

test.each([
  ['baseURL', 'baseUrl'],
  ['url', 'baseUrl'],
  ['timout', 'timeout'],
  ['retires', 'retries'],
  ['header', 'headers'],
  ['tokn', 'token'],
  ['onRequest', 'maxRetryAfter, maxResponseBytes'],
])('the unknown option %s is refused', (name, hint) => {
  const message = faultOf({ baseUrl, [name]: undefined })
  expect(message).toMatch(new RegExp(`^The client's options can't have '${name}': `))
  expect(message).toContain(hint)
})

test.each([null, 'https://platform.example', []])('%j for options is refused', (options) => {
  expect(faultOf(options)).toMatch(/^The client's options must be an object, not /)
})

describe('the User-Agent', () => {
  async function sent(headers?: ClientOptions['headers']) {
    const { origin, requests } = await startServer()
    await createClient({ baseUrl: origin, headers }).users.me()
    return requests[0]?.headers['user-agent']
  }

  test("names the package's version and the runtime", async () => {
    expect(await sent()).toMatch(/^rolecall\/\d+\.\d+\.\d+\S* Node\.js\/\d+$/)
    expect(await sent()).toContain(`rolecall/${manifest.version} `)
  })

  test('can be replaced', async () => {
    expect(await sent({ 'User-Agent': 'importer/2' })).toBe('importer/2')
  })

  test('is left to the browser', async () => {
    const browser = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/153.0'
    vi.stubGlobal('navigator', { userAgent: browser })
    expect(await sent()).not.toContain('rolecall')
  })

  test('names the package alone where the runtime has no name', async () => {
    vi.stubGlobal('navigator', undefined)
    expect(await sent()).toBe(`rolecall/${manifest.version}`)
  })
})

test('an invalid header is refused without its value', () => {
  const message = faultOf({ baseUrl, headers: { Authorization: 'Bearer secret\nword' } })
  expect(message).toMatch(/^headers\["Authorization"\] must be a line of Latin-1/)
  expect(message).not.toContain('secret')
})

describe('fetch', () => {
  test('receives every request', async () => {
    const seen: string[] = []
    const options: ClientOptions = {
      baseUrl,
      fetch: async (request) => {
        seen.push(`${request.method} ${request.url}`)
        return Response.json({})
      },
    }
    await createClient(options).users.me()
    expect(seen).toEqual(['GET https://platform.example/v1/me'])
  })
})

test('later changes to the options change nothing', async () => {
  const { origin, requests } = await startServer()
  const headers = { 'X-App': 'one' }
  const client = createClient({ baseUrl: origin, headers })
  headers['X-App'] = 'two'
  await client.users.me()
  expect(requests[0]?.headers['x-app']).toBe('one')
})
