import { checkNames } from './check-names.ts'
import { providedCredentials } from './credentials.ts'
import { type CoreOptions, readSettings, type Settings } from './settings.ts'
import type { TokenProvider } from './token-provider.ts'
import { observerOf, readWatching, type WatchOptions, type Watching } from './watching.ts'

/** What {@link createClient} takes. */
export interface ClientOptions
  extends Omit<CoreOptions, 'token' | 'credentials' | 'observer'>, WatchOptions {
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
  const { token, ...rest } = options
  const watching = readWatching(options, base?.watching)
  const settings = readSettings(
    typeof token === 'function'
      ? { ...rest, credentials: providedCredentials(token) }
      : { ...rest, token },
    base,
  )
  return { ...settings, watching, observer: observerOf(watching, settings.credentials.mask) }
}
