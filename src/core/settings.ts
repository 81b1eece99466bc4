import { RolecallError } from '../errors/rolecall-error.ts'
import { type Credentials, isToken, staticCredentials } from './credentials.ts'
import { given } from './environment.ts'
import { overrideHeaders } from './headers.ts'
import { type LimitOptions, type Limits, readLimits } from './limits.ts'
import { noObserver, type Observer } from './observer.ts'
import { kindOf } from './record.ts'
import type { HeaderOverrides } from './request-options.ts'
import { userAgent } from './user-agent.ts'

/** What every call needs to know. */
export interface CoreOptions extends LimitOptions {
  /**
   * The origin of the API, without a path: `https://platform.example`.
   * Default: the environment variable `ROLECALL_BASE_URL`.
   */
  baseUrl?: string | undefined
  /**
   * The access token, sent as `Authorization: Bearer`.
   * Default: the environment variable `ROLECALL_TOKEN`; without either, no token is sent.
   */
  token?: string | undefined
  /** Where tokens come from, in place of `token`. */
  credentials?: Credentials | undefined
  /** Who is told of every attempt. Default: nobody. */
  observer?: Observer | undefined
  /**
   * Sends the requests in place of `fetch`, such as a mock's own.
   * Default: whatever `globalThis.fetch` is when a call is made.
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** Headers for every call; `null` takes away one that would be sent otherwise. */
  headers?: HeaderOverrides | undefined
}

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
 * @param base - What holds where the options say nothing, in place of the environment and defaults.
 */
export function readSettings(options: CoreOptions = {}, base?: Settings): Settings {
  const { baseUrl, token, fetch = base?.fetch, observer = base?.observer ?? noObserver } = options
  if (fetch !== undefined && typeof fetch !== 'function') {
    throw new RolecallError(`fetch must be a function that takes a Request, not ${kindOf(fetch)}`)
  }
  return {
    ...readLimits(options, base),
    origin:
      base && baseUrl === undefined
        ? base.origin
        : readOrigin(...given('baseUrl', baseUrl, 'ROLECALL_BASE_URL')),
    credentials:
      options.credentials ??
      (base && token === undefined
        ? base.credentials
        : staticCredentials(readToken(...given('token', token, 'ROLECALL_TOKEN')))),
    observer,
    fetch,
    headers: overrideHeaders(base?.headers ?? { 'user-agent': userAgent() }, options.headers),
  }
}

function readOrigin(name: string, value: unknown): string {
  if (typeof value === 'string' && URL.canParse(value)) {
    const { origin, href, protocol } = new URL(value)
    if (/^https?:/.test(protocol) && href === `${origin}/`) return origin
  }
  // A wrong address is not shown: it may hold credentials.
  throw new RolecallError(
    `${name} must be an origin such as https://platform.example, without path, query or credentials; it is ${faultOf(value, /^https?:/i.test(`${value}`) ? 'an address with more to it' : 'text without http:// or https://')}`,
  )
}

function readToken(name: string, value: unknown): string | undefined {
  if (value === undefined || isToken(value)) return value
  throw new RolecallError(
    `${name} must be a token alone; it is ${faultOf(value, "text with 'Bearer', a space or a line break in it")}`,
  )
}

function faultOf(value: unknown, fault: string): string {
  return value && typeof value === 'string' ? fault : kindOf(value)
}
