import { afterEach, describe, expect, test, vi } from 'vitest'
import { ConnectionError, createClient, RolecallError } from '../../src/index.ts'
import { createCore } from '../../src/core/index.ts'
import { usersClient } from '../../src/generated/resources/users.ts'
import { startServer } from '../support/recording-server.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

const right =
  'a URL such as https://platform.example without query, fragment or credentials, or in a page only a path such as /api'

/** URL of the first request, without a network. */
async function sentTo(baseUrl: string | URL | undefined): Promise<string | undefined> {
  const urls: string[] = []
  const fetch = async ({ url }: Request) => {
    urls.push(url)
    return Response.json({})
  }
  await createClient({ baseUrl, token: null, fetch }).users.get('a@acme.test')
  return urls[0]
}

function faultOf(baseUrl: unknown): string {
  try {
    // JavaScript users may pass it, though the type of the options forbids it.
    Reflect.apply(createClient, undefined, [{ baseUrl }])
  } catch (error) {
    if (error instanceof RolecallError) return error.message
    throw error
  }
  throw new Error('createClient took it')
}

describe('a base URL', () => {
  test.each([
    ['https://platform.example', 'https://platform.example'],
    ['https://platform.example/', 'https://platform.example'],
    ['HTTPS://Platform.Example:443', 'https://platform.example'],
    ['https://corp.example/ai-platform', 'https://corp.example/ai-platform'],
    ['https://corp.example/ai-platform/', 'https://corp.example/ai-platform'],
    ['https://corp.example/ai-platform///', 'https://corp.example/ai-platform'],
    ['https://corp.example:8443/a/b.c/v1', 'https://corp.example:8443/a/b.c/v1'],
    ['https://corp.example/a/../b', 'https://corp.example/b'],
    ['https://corp.example/ai%20platform%2Fone', 'https://corp.example/ai%20platform%2Fone'],
    ['https://corp.example/ai plätform', 'https://corp.example/ai%20pl%C3%A4tform'],
    ['https://corp.example/a%3Fb%23c', 'https://corp.example/a%3Fb%23c'],
  ])('%s comes before every path', async (baseUrl, base) => {
    const asked = `${base}/v1/users/a%40acme.test`
    expect(await sentTo(baseUrl)).toBe(asked)
    expect(await sentTo(new URL(baseUrl))).toBe(asked)
  })

  test.each([
    'https://platform.example/?a=secret-word',
    'https://platform.example/api?a=secret-word',
    'https://platform.example/api?',
    'https://platform.example/api#secret-word',
    'https://platform.example/api#',
    'https://me:secret-word@platform.example/api',
    'https://secret-word@platform.example',
    new URL('https://me:secret-word@platform.example/api'),
    'localhost:4010',
    'platform.example/api',
    'ftp://platform.example/api',
    'blob:https://platform.example/api',
    '//platform.example/api',
    '/\\platform.example',
    '/api',
    '/',
    'api',
    './api',
    '?a=1',
  ])('%s is refused, and not printed', (value) => {
    const fault = typeof value === 'string' ? '' : ', not URL'
    expect(faultOf(value)).toBe(`baseUrl must be ${right}${fault}`)
  })

  test.each([
    [4010, 'number'],
    [['https://platform.example'], 'array'],
    [{ href: 7 }, 'object'],
  ])('%j is refused, with its type', (value, kind) => {
    expect(faultOf(value)).toBe(`baseUrl must be ${right}, not ${kind}`)
  })

  test.each([undefined, null, ''])('%j reads as absent', (value) => {
    expect(faultOf(value)).toMatch(
      /^baseUrl is missing: (pass it or set ROLECALL_BASE_URL|it must be a URL such as .*)$/,
    )
  })

  test('may have a path in the environment too; an error names the variable', async () => {
    vi.stubEnv('ROLECALL_BASE_URL', 'https://corp.example/ai-platform/')
    expect(await sentTo(undefined)).toBe('https://corp.example/ai-platform/v1/users/a%40acme.test')
    vi.stubEnv('ROLECALL_BASE_URL', '/ai-platform')
    expect(faultOf(undefined)).toBe(`baseUrl (from ROLECALL_BASE_URL) must be ${right}`)
    vi.stubEnv('ROLECALL_BASE_URL', undefined)
    expect(faultOf(undefined)).toBe('baseUrl is missing: pass it or set ROLECALL_BASE_URL')
  })

  test('appears in the error when no answer came', async () => {
    const baseUrl = 'https://corp.example/ai-platform'
    const fetch = () => Promise.reject(new Error('refused'))
    const call = createClient({ baseUrl, fetch, retries: 0 }).users.me()
    await expect(call).rejects.toThrow(ConnectionError)
    await expect(call).rejects.toThrow(`users.me got no answer from ${baseUrl}: refused`)
  })

  test('is kept by a client with other options, unless they state another', async () => {
    const urls: string[] = []
    const fetch = async ({ url }: Request) => {
      urls.push(url)
      return Response.json({})
    }
    const client = createClient({ baseUrl: 'https://corp.example/one', fetch })
    await client.withOptions({ timeout: 1_000 }).users.me()
    await client.withOptions({ baseUrl: new URL('https://corp.example/two/') }).users.me()
    expect(urls).toEqual(['https://corp.example/one/v1/me', 'https://corp.example/two/v1/me'])
  })

  test('warns once per unencrypted origin, whatever the path', async () => {
    const lines: unknown[] = []
    const logger = { ...console, warn: (...line: unknown[]) => lines.push(line.join(' ')) }
    const fetch = async () => Response.json({})
    const options = { token: 'tok_secret', fetch, logger }
    const client = createClient({ ...options, baseUrl: 'http://corp.example/one' })
    await client.users.me()
    await client.withOptions({ baseUrl: 'http://corp.example/two' }).users.me()
    expect(lines).toEqual([
      expect.stringContaining('tokens go to http://corp.example unencrypted: use https'),
    ])
  })

  test('works for single resources too', async () => {
    const { origin, requests } = await startServer()
    await usersClient(createCore({ baseUrl: new URL('/api/', origin) })).me()
    expect(requests[0]?.url).toBe('/api/v1/me')
  })
})

describe('a relative base URL in a page', () => {
  test.each([
    ['/api', 'https://app.example:8443/api'],
    ['/api/', 'https://app.example:8443/api'],
    ['/', 'https://app.example:8443'],
    ['/a/../api%20x', 'https://app.example:8443/api%20x'],
  ])('%s resolves against the origin of the page', async (baseUrl, base) => {
    vi.stubGlobal('location', new URL('https://app.example:8443/deep/page?tab=1#top'))
    expect(await sentTo(baseUrl)).toBe(`${base}/v1/users/a%40acme.test`)
  })

  test.each(['//elsewhere.example', '/\\elsewhere.example', 'api', './api', '/api?a=1', '/api#a'])(
    '%s is refused',
    (baseUrl) => {
      vi.stubGlobal('location', new URL('https://app.example/'))
      expect(faultOf(baseUrl)).toBe(`baseUrl must be ${right}`)
    },
  )

  test('is refused in a page without an origin, such as a file', () => {
    vi.stubGlobal('location', new URL('file:///home/me/page.html'))
    expect(faultOf('/api')).toBe(`baseUrl must be ${right}`)
  })
})
