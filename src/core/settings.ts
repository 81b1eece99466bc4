import { type Credentials, isToken, staticCredentials } from './credentials.ts'
import { type LimitOptions, type Limits, readLimits } from './limits.ts'
import { noObserver, type Observer } from './observer.ts'
import { must } from './must.ts'
import { checkHeaders } from './read-options.ts'
import { kindOf } from './record.ts'
import type { HeaderOverrides } from './request-options.ts'

/** What every call needs to know. */
export interface CoreOptions extends LimitOptions {
  /** The origin of the API, without a path: `https://platform.example`. */
  baseUrl: string
  /** The access token, sent as `Authorization: Bearer`. Default: none is sent. */
  token?: string | null | undefined
  /** Where tokens come from, in place of `token`. */
  credentials?: Credentials | undefined
  /** Who is told of every attempt. Default: nobody. */
  observer?: Observer | undefined
  /**
   * Sends the requests in place of `fetch`, such as a mock's own.
   * Default: whatever `globalThis.fetch` is when a call is made.
   */
  fetch?: ((request: Request) => Promise<Response>) | null | undefined
  /** Headers for every call; `null` takes away one that would be sent otherwise. */
  headers?: HeaderOverrides | null | undefined
}

/** The names of the options that a core and a client share. */
export const commonNames = [
  'baseUrl',
  'token',
  'fetch',
  'headers',
  'timeout',
  'totalTimeout',
  'retries',
  'maxRetryAfter',
  'maxResponseBytes',
  'random',
] as const satisfies readonly (keyof CoreOptions)[]

/** The options, checked and complete. */
export interface Settings extends Limits {
  origin: string
  credentials: Credentials
  observer: Observer
  fetch: ((request: Request) => Promise<Response>) | undefined
  headers: HeaderOverrides
}

/**
 * Checks what the user gave, so that a mistake is told when the client is made and by its name.
 *
 * @param names - What those options are called that may come from elsewhere.
 */
export function readSettings(
  options: CoreOptions,
  names = { baseUrl: 'baseUrl', token: 'token' },
): Settings {
  const { baseUrl, token, headers, observer = noObserver } = options
  const fetch = options.fetch ?? undefined
  if (fetch && typeof fetch !== 'function') {
    throw must('fetch', 'a function that takes a Request', kindOf(fetch))
  }
  checkHeaders(headers)
  return {
    ...readLimits(options),
    origin: readOrigin(names.baseUrl, baseUrl),
    credentials: options.credentials ?? staticCredentials(readToken(names.token, token)),
    observer,
    fetch,
    headers: { ...headers },
  }
}

function readOrigin(name: string, value: unknown): string {
  if (typeof value === 'string' && URL.canParse(value)) {
    const { origin, href } = new URL(value)
    if (href.startsWith('http') && href === `${origin}/`) return origin
  }
  throw must(
    name,
    'an origin such as https://platform.example, without path, query or credentials',
    kindOfNoText(value),
  )
}

function readToken(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (isToken(value)) return value
  throw must(name, "a token alone, without 'Bearer', spaces or line breaks", kindOfNoText(value))
}

// A wrong text may hold credentials: that it is wrong says enough.
function kindOfNoText(value: unknown): string {
  return value && typeof value === 'string' ? '' : kindOf(value)
}
