import { RolecallError } from '../base/rolecall-error.ts'
import { type Checks, checkOptions, must } from '../base/check.ts'
import { environment } from '../base/environment.ts'
import { commonChecks, type CoreOptions, readSettings, type Settings } from './settings.ts'
import type { TokenProvider } from '../token/token-provider.ts'
import { userAgent } from './user-agent.ts'
import {
  cautionOf,
  type Kept,
  observerOf,
  readWatching,
  watchChecks,
  type WatchOptions,
  type Watching,
} from '../watch/watching.ts'

/** Options of {@link createClient}. */
export interface ClientOptions
  extends Omit<CoreOptions, 'baseUrl' | 'token' | 'observer'>, WatchOptions {
  /**
   * The address in front of the API's paths, such as `https://platform.example`, or
   * `https://corp.example/ai-platform` behind a gateway. In a page also a path of its own origin: `/api`.
   * Default: the environment variable `ROLECALL_BASE_URL`.
   */
  baseUrl?: string | URL | undefined
  /**
   * The access token, sent as `Authorization: Bearer`; or a function that returns the token of each call, such
   * as {@link cachedToken} makes for one identity. `null`: no token is sent.
   * Default: the environment variable `ROLECALL_TOKEN`, else no token.
   */
  token?: string | TokenProvider | null | undefined
}

/** The options of a client, checked and complete. */
export interface ClientSettings extends Settings, Watching {}

const checks: Checks<ClientOptions> = { ...commonChecks, ...watchChecks }

const variables: Readonly<Record<string, string>> = {
  baseUrl: 'ROLECALL_BASE_URL',
  token: 'ROLECALL_TOKEN',
  logLevel: 'ROLECALL_LOG',
}

/** Reads options that are not stated from the environment, and checks them. */
function fromEnvironment(options: ClientOptions): ClientOptions {
  const found: Record<string, unknown> = { headers: { 'user-agent': userAgent() } }
  for (const [option, variable] of Object.entries(variables)) {
    if (Reflect.get(options, option) === undefined) found[option] = environment(variable)
  }
  const named = (option: string) => `${option} (from ${variables[option]})`
  checkOptions<ClientOptions>('', found, checks, named)
  return found
}

/**
 * Checks and completes the options of a client.
 *
 * @param base - The settings for what the options leave out, in place of environment and defaults.
 */
export function readClientOptions(options: ClientOptions, base?: ClientSettings): ClientSettings {
  checkOptions<ClientOptions>("The client's options", options, checks)
  if (base && 'token' in options && options.token === undefined) {
    // A session that was lost must not go on as the base's.
    throw must('token', 'credentials, or null to send none', 'undefined')
  }
  const given: ClientOptions & Kept = base ?? fromEnvironment(options)
  const stated = Object.entries(options).filter(([, value]) => value !== undefined)
  const all: typeof given = { ...given, ...Object.fromEntries(stated) }
  const { baseUrl } = all
  if (baseUrl === undefined || baseUrl === null)
    throw new RolecallError('baseUrl is missing: pass it or set ROLECALL_BASE_URL')
  const headers: Record<string, string | null | undefined> =
    options.headers === null ? {} : { ...given.headers }
  // A stated token wins over the base's header.
  if (options.token !== undefined) delete headers.authorization
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (value !== undefined) headers[name.toLowerCase()] = value
  }
  const watching = readWatching(all)
  const settings = readSettings({ ...all, baseUrl, headers }, cautionOf(watching), watching.warned)
  return { ...settings, ...watching, observer: observerOf(watching) }
}
