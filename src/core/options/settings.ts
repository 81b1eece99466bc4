import type { Middleware } from 'openapi-fetch'
import { baseUrlText, readBaseUrl } from './base-url.ts'
import { cleartextWarning } from './cleartext.ts'
import { isToken, tokenAlone, type TokenSource } from '../token/identity.ts'
import type { Fetch } from './fetch.ts'
import { defaultLimits, type LimitOptions, type Limits, readLimits } from '../limits/limits.ts'
import { noObserver, type Observer } from '../watch/observer.ts'
import { must } from '../base/check.ts'
import { checkHeaders } from './headers.ts'
import { kindOf } from '../base/kind-of.ts'
import type { Operation } from '../base/operation.ts'
import { readMiddleware } from './middleware.ts'
import type { HeaderOverrides } from './request-options.ts'
import type { TokenProvider } from '../token/token-provider.ts'

/** What every call needs to know. */
export interface CoreOptions extends LimitOptions {
  /**
   * The address that the API's paths follow, such as `https://platform.example`, or
   * `https://corp.example/ai-platform` behind a gateway; in a page also a path of its own origin: `/api`.
   */
  baseUrl: string | URL
  /**
   * The access token, sent as `Authorization: Bearer`; or a function that gives that of each call, such
   * as {@link cachedToken} makes of one identity's. `null`: none is sent. Default: none.
   */
  token?: string | TokenProvider | null | undefined
  /** Who is told of every attempt. Default: nobody. */
  observer?: Observer | undefined
  /**
   * Sends the requests in place of `fetch`: a mock's own, or that of a library such as `undici`.
   * Default: whatever `globalThis.fetch` is when a call is made.
   */
  fetch?: Fetch | null | undefined
  /**
   * Middleware of openapi-fetch, which sees a call's request before it is sent and its answer when it has
   * been read. It runs once a call, outside retries, deadlines and credentials, so that it never sees the
   * token: an `Authorization` header that it sets is sent in its place, and neither renewed nor repeated
   * after a 401. A Response that it returns is read like one of the server. What it throws is the `cause` of
   * the {@link ConnectionError} that the call rejects with. Default: none.
   *
   * @example
   * const client = createClient({
   *   middleware: [{ onRequest: ({ request }) => request.headers.set('X-Tenant', tenant()) }],
   * })
   */
  middleware?: readonly Middleware[] | null | undefined
  /** Headers for every call; `null` takes away one that would be sent otherwise. */
  headers?: HeaderOverrides | null | undefined
}

/** The names of the options that a core and a client share. */
export const commonNames = [
  'baseUrl',
  'token',
  'fetch',
  'headers',
  'middleware',
  'timeout',
  'totalTimeout',
  'retries',
  'maxRetryAfter',
  'maxResponseBytes',
  'random',
] as const satisfies readonly (keyof CoreOptions)[]

/** The options, checked and complete. */
export interface Settings extends Limits {
  /** The address that the API's paths follow. */
  base: string
  token: TokenSource
  /** To be called when a token is sent; undefined where nobody can read it on its way. */
  warnOfCleartext: (() => void) | undefined
  observer: Observer
  fetch: Fetch | undefined
  headers: HeaderOverrides
  middleware: readonly Middleware[]
  /** Is told when a call has ended that was sent. */
  ended?: ((operation: Operation) => void) | undefined
}

/**
 * Checks what the user gave, so that a mistake is told when the client is made and by its name.
 *
 * @param names - What those options are called that may come from elsewhere.
 * @param warn - Takes a warning, and answers `false` if nobody listens. Default: to `console`.
 * @param warned - What was warned of.
 */
export function readSettings(
  options: CoreOptions,
  names = { baseUrl: 'baseUrl', token: 'token' },
  // oxlint-disable-next-line no-console -- Single resources have no logger.
  warn: (text: string) => boolean | void = (text) => console.warn(`rolecall: ${text}`),
  warned?: Set<string>,
): Settings {
  const { baseUrl, token, headers, observer = noObserver } = options
  const fetch = options.fetch ?? undefined
  if (fetch && typeof fetch !== 'function') {
    throw must('fetch', 'a function', kindOf(fetch))
  }
  const base = readBaseUrl(baseUrl)
  if (base === undefined) throw must(names.baseUrl, baseUrlText, kindOfNoText(baseUrl))
  checkHeaders(headers)
  return {
    ...readLimits(options, defaultLimits),
    base,
    token: readToken(names.token, token),
    warnOfCleartext: cleartextWarning(base, warn, warned),
    observer,
    fetch,
    headers: { ...headers },
    middleware: readMiddleware(options.middleware),
  }
}

function readToken(name: string, value: TokenSource | undefined): TokenSource {
  if (value === undefined || value === null) return null
  if (typeof value === 'function' || isToken(value)) return value
  throw must(name, tokenAlone, kindOfNoText(value))
}

// A wrong text may hold credentials: that it is wrong says enough.
function kindOfNoText(value: unknown): string {
  return value && typeof value === 'string' ? '' : kindOf(value)
}
