import type { Middleware } from 'openapi-fetch'
import { check, checkFunction, type Checks, must } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'
import type { Operation } from '../base/operation.ts'
import {
  defaultLimits,
  limitChecks,
  type LimitOptions,
  type Limits,
  readLimits,
} from '../limits/limits.ts'
import { isToken, tokenAlone, type TokenSource } from '../token/identity.ts'
import type { TokenProvider } from '../token/token-provider.ts'
import { noObserver, type Observer } from '../watch/observer.ts'
import { baseUrlText, readBaseUrl } from './base-url.ts'
import { cleartextWarning } from './cleartext.ts'
import type { Fetch } from './fetch.ts'
import { checkHeaders } from './headers.ts'
import { checkMiddleware } from './middleware.ts'
import type { HeaderOverrides } from './request-options.ts'

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

// A wrong text may hold credentials: that it is wrong says enough.
const kindOfSecret = (value: unknown) => (value && typeof value === 'string' ? '' : kindOf(value))

function baseUrlOf(name: string, value: unknown): string {
  const url = readBaseUrl(value)
  if (url === undefined) throw must(name, baseUrlText, kindOfSecret(value))
  return url
}

/** How the options are checked that a core and a client share. */
export const commonChecks: Checks<Omit<CoreOptions, 'observer'>> = {
  baseUrl: baseUrlOf,
  token: check(tokenAlone, (value) => typeof value === 'function' || isToken(value), kindOfSecret),
  fetch: checkFunction,
  headers: checkHeaders,
  middleware: checkMiddleware,
  ...limitChecks,
}

/** The options, checked and complete. */
export interface Settings extends Limits {
  /** The address that the API's paths follow, without a slash at its end. */
  baseUrl: string
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
 * Completes checked options.
 *
 * @param warn - Logs a warning, and answers `false` if nobody listens. Default: to `console`.
 * @param warned - The origins that were warned of. It grows.
 */
export function readSettings(
  options: CoreOptions,
  // oxlint-disable-next-line no-console -- Single resources have no logger.
  warn: (text: string) => boolean | void = (text) => console.warn(`rolecall: ${text}`),
  warned?: Set<string>,
): Settings {
  const { token, fetch, headers, middleware, observer = noObserver } = options
  const baseUrl = baseUrlOf('baseUrl', options.baseUrl)
  return {
    ...readLimits(options, defaultLimits),
    baseUrl,
    token: token ?? null,
    warnOfCleartext: cleartextWarning(baseUrl, warn, warned),
    observer,
    fetch: fetch ?? undefined,
    headers: { ...headers },
    middleware: middleware ?? [],
  }
}
