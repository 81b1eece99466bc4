import { ConfigurationError } from '../configuration-error.ts'
import { type CorsHeaders, forAnyOrigin, forOrigin } from '../cors.ts'

/**
 * Which front ends may call the mock from a browser: every one (`true`), none but those of the
 * same origin (`false`), or those of the origins listed.
 */
export type Cors = boolean | readonly string[]

/** The headers that let a browser use an answer, by the origin of the page that asked. */
export type ReadCors = (origin: string | undefined) => CorsHeaders

/** Reads the `cors` option. Throws when an entry of it is no origin. */
export function readCors(cors: Cors): ReadCors {
  if (cors === false) return () => ({})
  if (cors === true) return () => forAnyOrigin
  const allowed = new Set(cors.map(readOrigin))
  return (origin) =>
    origin !== undefined && allowed.has(origin) ? forOrigin(origin) : { Vary: 'Origin' }
}

function readOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text
  throw new ConfigurationError(
    `cors: ${JSON.stringify(text)} is not an origin. Give scheme, host and port alone, such as http://localhost:5173.`,
  )
}
