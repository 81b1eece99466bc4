import { ConfigurationError } from '../../configuration-error.ts'
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

/** `null` is what browsers call the origin of a sandboxed frame and of a file. */
function readOrigin(entry: unknown): string {
  if (entry === 'null') return entry
  if (typeof entry === 'string' && URL.canParse(entry)) {
    const { protocol, host, origin } = new URL(entry)
    // The origins of apps and extensions, such as capacitor://localhost.
    const whole = origin === 'null' ? `${protocol}//${host}` : origin
    if (whole === entry && host !== '') return entry
  }
  throw new ConfigurationError(
    `cors: ${JSON.stringify(entry)} is not an origin. Give scheme, host and port alone, such as http://localhost:5173.`,
  )
}
