import { ConfigurationError } from '../configuration-error.ts'

/**
 * Which front ends may call the mock from a browser: every one (`true`), none but those of the
 * same origin (`false`), or those of the origins listed.
 */
export type Cors = boolean | readonly string[]

/** The headers that let a browser use an answer, by the origin of the page that asked. */
export type CorsHeaders = (origin: string | undefined) => Readonly<Record<string, string>>

const exposed = 'ETag, X-Request-Id, Retry-After, Idempotency-Replayed, Allow'

/** What a browser is told that asks before it sends the call itself. */
export const preflightHeaders = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PATCH, DELETE',
  // The star is for a front end's own headers; it never covers Authorization, which has to be named.
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, Idempotency-Key, If-Match, X-Request-Id, *',
  // The longest time that browsers keep to.
  'Access-Control-Max-Age': '7200',
} as const

/** Reads the `cors` option. Throws when an entry of it is no origin. */
export function readCors(cors: Cors): CorsHeaders {
  if (cors === false) return () => ({})
  if (cors === true) {
    const open = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': exposed,
    }
    return () => open
  }
  const allowed = new Set(cors.map(readOrigin))
  return (origin) => ({
    Vary: 'Origin',
    ...(origin !== undefined &&
      allowed.has(origin) && {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Expose-Headers': exposed,
      }),
  })
}

function readOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text
  throw new ConfigurationError(
    `cors: ${JSON.stringify(text)} is not an origin. Give scheme, host and port alone, such as http://localhost:5173.`,
  )
}
