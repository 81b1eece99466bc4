import { ConfigurationError } from '../../../shared/configuration-error.ts'
import { type CorsHeaders, forAnyOrigin, forOrigin } from '../../cors.ts'
import { isLoopback, readHost } from './host.ts'

/**
 * Which pages may call the API from a browser, beside those of the mock's own origin: those served by
 * this machine (`'loopback'`), those of the origins listed, every one (`true`), or none (`false`).
 */
export type Cors = boolean | 'loopback' | readonly string[]

/** Finds the headers for a page of another origin; undefined if it may not call. */
export interface Origins {
  /** For the paths of the API. */
  api(origin: string): CorsHeaders | undefined
  /** For the paths that speak of the mock itself: signing in, reset, and the page at `/`. */
  control(origin: string): CorsHeaders | undefined
  /** Whether every page may call the API. */
  readonly open: boolean
}

/** Reads the `cors` option. Throws when it is none, or an entry of it no origin. */
export function readCors(cors: Cors): Origins {
  const listed = new Set(Array.isArray(cors) ? cors.map(readOrigin) : [])
  if (typeof cors !== 'boolean' && cors !== 'loopback' && !Array.isArray(cors)) {
    throw new ConfigurationError(
      `cors must be true, false, "loopback" or a list of origins; it is ${JSON.stringify(cors)}.`,
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
  const wrong = `cors: ${JSON.stringify(entry)} is not an origin.`
  throw new ConfigurationError(
    entry === 'null'
      ? `${wrong} Every page can make a sandboxed frame, whose requests say null: list the origin of the page itself.`
      : `${wrong} Give scheme, host and port alone, such as http://localhost:5173.`,
  )
}

/** Whether a text is an origin as browsers write it, and so can be listed. */
export function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, host, origin } = new URL(text)
  // The origins of apps and extensions, such as capacitor://localhost.
  const whole = origin === 'null' ? `${protocol}//${host}` : origin
  return whole === text && readHost(host) !== undefined
}
