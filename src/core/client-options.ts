import { checkNames } from './check-names.ts'
import { providedCredentials } from './credentials.ts'
import { given } from './environment.ts'
import { must } from './must.ts'
import { isRecord } from './record.ts'
import type { HeaderOverrides } from './request-options.ts'
import { type CoreOptions, readSettings, type Settings } from './settings.ts'
import type { TokenProvider } from './token-provider.ts'
import { userAgent } from './user-agent.ts'
import { observerOf, readWatching, type WatchOptions, type Watching } from './watching.ts'

/** What {@link createClient} takes. */
export interface ClientOptions
  extends Omit<CoreOptions, 'baseUrl' | 'token' | 'credentials' | 'observer'>, WatchOptions {
  /**
   * The origin of the API, without a path: `https://platform.example`.
   * Default: the environment variable `ROLECALL_BASE_URL`.
   */
  baseUrl?: string | undefined
  /**
   * The access token, sent as `Authorization: Bearer`; or a function that gives one, and the next.
   * Default: the environment variable `ROLECALL_TOKEN`; without either, no token is sent.
   */
  token?: string | TokenProvider | undefined
}

/** The options, checked and complete. */
export interface ClientSettings extends Settings {
  watching: Watching
}

const names: Record<keyof ClientOptions, true> = {
  baseUrl: true,
  token: true,
  fetch: true,
  headers: true,
  timeout: true,
  totalTimeout: true,
  retries: true,
  maxRetryAfter: true,
  maxResponseBytes: true,
  random: true,
  logger: true,
  logLevel: true,
  hooks: true,
}

/**
 * Checks what the user gave, as {@link readSettings} does.
 *
 * @param base - What holds where the options say nothing, in place of the environment and defaults.
 */
export function readClientOptions(
  options: ClientOptions = {},
  base?: ClientSettings,
): ClientSettings {
  checkNames("The client's options", options, Object.keys(names))
  const { baseUrl, token, headers, ...rest } = options
  const credentials =
    typeof token === 'function'
      ? providedCredentials(token)
      : token === undefined
        ? base?.credentials
        : undefined
  const origin = baseUrl === undefined ? base?.origin : baseUrl
  const [urlName, url = ''] = given('baseUrl', origin, 'ROLECALL_BASE_URL')
  const [tokenName, text] = given('token', token, 'ROLECALL_TOKEN')
  const watching = readWatching(options, base?.watching)
  const settings = readSettings(
    {
      ...base,
      ...withoutUndefined(rest),
      baseUrl: url,
      credentials,
      token: typeof text === 'function' ? undefined : text,
      headers: overrideHeaders(base?.headers ?? { 'user-agent': userAgent() }, headers),
    },
    { baseUrl: urlName, token: tokenName },
  )
  return { ...settings, watching, observer: observerOf(watching, settings.credentials.mask) }
}

/** The one over the other: a value sets, `null` takes away, `undefined` leaves as it is. */
function overrideHeaders(base: HeaderOverrides, over: HeaderOverrides = {}): HeaderOverrides {
  // An instance of Headers has no keys of its own, and would say nothing.
  if (!isRecord(over) || Symbol.iterator in over) {
    throw must('headers', "an object such as { 'X-App': 'console' }")
  }
  const named = Object.entries(over).map(([name, value]) => [name.toLowerCase(), value] as const)
  return { ...base, ...withoutUndefined(Object.fromEntries(named)) }
}

function withoutUndefined<T extends object>(value: T): T {
  const copy = { ...value }
  for (const name in copy) if (copy[name] === undefined) delete copy[name]
  return copy
}
