import { ConfigurationError } from '../../../shared/configuration-error.ts'
import { type CorsHeaders, forAnyOrigin, forOrigin } from '../../cors.ts'
import { isLoopback, readHost } from './host.ts'

/**
 * The pages that may call the API from a browser, beside those of the mock's own origin: pages served by
 * this machine (`'loopback'`), pages of listed origins, every page (`true`), or none (`false`).
 */
export type Cors = boolean | 'loopback' | readonly string[]

/** Finds the CORS headers for a page of another origin; undefined if it may not call. */
export interface Origins {
  /** For the paths of the API. */
  api(origin: string): CorsHeaders | undefined
  /** For the paths that control the mock: signing in, reset, and the page at `/`. */
  control(origin: string): CorsHeaders | undefined
  /** Whether every page may call the API. */
  readonly open: boolean
}

/** Reads the `cors` option. Throws if it, or an entry of it, is wrong. */
export function readCors(cors: Cors): Origins {
  const listed = new Set(Array.isArray(cors) ? cors.map(readOrigin) : [])
  if (typeof cors !== 'boolean' && cors !== 'loopback' && !Array.isArray(cors)) {
    throw new ConfigurationError(
      `cors must be true, false, "loopback" or a list of origins, not ${JSON.stringify(cors)}.`,
    )
  }
  const control = (origin: string) =>
    listed.has(origin) || isLoopbackOrigin(origin) ? forOrigin(origin) : undefined
  const listedOnly = (origin: string) => (listed.has(origin) ? forOrigin(origin) : undefined)
  const api = cors === true ? () => forAnyOrigin : cors === 'loopback' ? control : listedOnly
  return { api, control, open: cors === true }
}

function isLoopbackOrigin(origin: string): boolean {
  if (!/^https?:/.test(origin) || !URL.canParse(origin)) return false
  const url = new URL(origin)
  return url.origin === origin && isLoopback(readHost(url.host)?.name ?? '')
}

function readOrigin(entry: unknown): string {
  if (typeof entry === 'string' && isOrigin(entry)) return entry
  const wrong = `cors must list origins; ${JSON.stringify(entry)} is not one.`
  throw new ConfigurationError(
    entry === 'null'
      ? `${wrong} Every page can open a sandboxed frame, which sends null: list the origin of the page itself.`
      : `${wrong} Give the scheme, host and port alone, such as http://localhost:5173.`,
  )
}

/** Whether a text is an origin in the form that browsers send. Only those can be listed. */
export function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, host, origin } = new URL(text)
  // Apps and extensions have origins such as capacitor://localhost.
  const whole = origin === 'null' ? `${protocol}//${host}` : origin
  return whole === text && readHost(host) !== undefined
}
