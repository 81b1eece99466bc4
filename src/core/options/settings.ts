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
import type { Fetch, OwnFetch } from './fetch.ts'
import { checkHeaders } from './headers.ts'
import { checkMiddleware } from './middleware.ts'
import type { HeaderOverrides } from './request-options.ts'

/** Options of `createCore`. */
export interface CoreOptions extends LimitOptions {
  /**
   * The address in front of the API's paths, such as `https://platform.example`, or
   * `https://corp.example/ai-platform` behind a gateway. In a page also a path of its own origin: `/api`.
   */
  baseUrl: string | URL
  /**
   * The access token, sent as `Authorization: Bearer`; or a function that returns the token of each call, such
   * as {@link cachedToken} makes for one identity. `null`: none is sent. Default: none.
   */
  token?: string | TokenProvider | null | undefined
  /** Hears of every attempt. Default: none. */
  observer?: Observer | undefined
  /**
   * Sends the requests in place of `fetch`: a mock's, or that of a library such as `undici`.
   * Default: `globalThis.fetch` at the time of each call.
   */
  fetch?: Fetch | null | undefined
  /**
   * Middleware of openapi-fetch. It sees a call's request before it is sent, and the answer after it was read.
   * It runs once per call, outside retries, deadlines and credentials, so that it never sees the token. An
   * `Authorization` header that it sets replaces the token, and is neither renewed nor retried after a 401. A
   * Response that it returns is read like one of the server. An error that it throws is the `cause` of the
   * call's {@link ConnectionError}. Default: none.
   *
   * @example
   * const client = createClient({
   *   middleware: [{ onRequest: ({ request }) => request.headers.set('X-Tenant', tenant()) }],
   * })
   */
  middleware?: readonly Middleware[] | null | undefined
  /** Headers for every call. `null` removes a header. */
  headers?: HeaderOverrides | null | undefined
}

// A wrong text may hold credentials: don't show it.
const kindOfSecret = (value: unknown) => (value && typeof value === 'string' ? '' : kindOf(value))

function baseUrlOf(name: string, value: unknown): string {
  const url = readBaseUrl(value)
  if (url === undefined) throw must(name, baseUrlText, kindOfSecret(value))
  return url
}

/** The checks of the options that cores and clients share. */
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
  /** The address in front of the API's paths, without a slash at its end. */
  baseUrl: string
  token: TokenSource
  /** Call it when a token is sent. Undefined if nobody can read the token on its way. */
  warnOfCleartext: (() => void) | undefined
  observer: Observer
  fetch: OwnFetch | undefined
  headers: HeaderOverrides
  middleware: readonly Middleware[]
  /** Hears of each call that was sent, at its end. */
  ended?: ((operation: Operation) => void) | undefined
}

/**
 * Completes checked options.
 *
 * @param warn - Logs a warning; returns `false` if the level excludes it. Default: to `console`.
 * @param warned - The origins of earlier warnings. It grows.
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
