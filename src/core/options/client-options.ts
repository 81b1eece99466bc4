import { RolecallError } from '../base/rolecall-error.ts'
import { checkNames, must } from '../base/check.ts'
import { given } from '../base/environment.ts'
import { checkHeaders } from './headers.ts'
import type { HeaderOverrides } from './request-options.ts'
import { commonNames, type CoreOptions, readSettings, type Settings } from './settings.ts'
import type { TokenProvider } from '../token/token-provider.ts'
import { userAgent } from './user-agent.ts'
import {
  cautionOf,
  observerOf,
  readWatching,
  type WatchOptions,
  type Watching,
} from '../watch/watching.ts'

/** What {@link createClient} takes. */
export interface ClientOptions
  extends Omit<CoreOptions, 'baseUrl' | 'token' | 'observer'>, WatchOptions {
  /**
   * The address that the API's paths follow, such as `https://platform.example`, or
   * `https://corp.example/ai-platform` behind a gateway; in a page also a path of its own origin: `/api`.
   * Default: the environment variable `ROLECALL_BASE_URL`.
   */
  baseUrl?: string | URL | undefined
  /**
   * The access token, sent as `Authorization: Bearer`; or a function that gives that of each call, such
   * as {@link cachedToken} makes of one identity's. `null`: none is sent.
   * Default: the environment variable `ROLECALL_TOKEN`; without either, no token is sent.
   */
  token?: string | TokenProvider | null | undefined
}

/** The options, checked and complete. */
export interface ClientSettings extends Settings {
  watching: Watching
}

const names = [
  ...commonNames,
  'logger',
  'logLevel',
  'hooks',
] as const satisfies readonly (keyof ClientOptions)[]

/**
 * Checks what the user gave, as {@link readSettings} does.
 *
 * @param base - What holds where the options say nothing, in place of the environment and defaults.
 */
export function readClientOptions(options: ClientOptions, base?: ClientSettings): ClientSettings {
  checkNames("The client's options", options, names)
  if (base && 'token' in options && options.token === undefined) {
    // A session that was lost must not go on as whoever the base is.
    throw must('token', 'credentials, or null to send none', 'undefined')
  }
  const { baseUrl, token, headers, ...rest } = options
  const [urlName, url] = given(
    'baseUrl',
    baseUrl === undefined ? base?.base : baseUrl,
    'ROLECALL_BASE_URL',
  )
  if (url === undefined)
    throw new RolecallError('baseUrl is missing: give it or set ROLECALL_BASE_URL')
  const [tokenName, source] = given(
    'token',
    token === undefined ? base?.token : token,
    'ROLECALL_TOKEN',
  )
  const own = { ...(base?.headers ?? { 'user-agent': userAgent() }) }
  // A token that is stated goes before the base's header.
  if (token !== undefined) delete own.authorization
  const watching = readWatching(options, base?.watching)
  const settings = readSettings(
    {
      ...base,
      ...withoutUndefined(rest),
      baseUrl: url,
      token: source,
      headers: overrideHeaders(own, headers),
    },
    { baseUrl: urlName, token: tokenName },
    cautionOf(watching),
    watching.warned,
  )
  return { ...settings, watching, observer: observerOf(watching) }
}

/** The one over the other: a value sets, `null` takes away, one or all; `undefined` leaves as it is. */
function overrideHeaders(
  base: HeaderOverrides,
  over: HeaderOverrides | null = {},
): HeaderOverrides {
  checkHeaders(over)
  if (!over) return {}
  const headers = { ...base }
  for (const [name, value] of Object.entries(over)) {
    if (value !== undefined) headers[name.toLowerCase()] = value
  }
  return headers
}

function withoutUndefined<T extends object>(value: T): T {
  const copy = { ...value }
  for (const name in copy) if (copy[name] === undefined) delete copy[name]
  return copy
}
