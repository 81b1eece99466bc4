/** Headers of a request, by lower-cased name. */
type RequestHeaders = Readonly<Record<string, string | undefined>>

/** Headers that an answer gets so that a page of another origin may use it. */
export type CorsHeaders = Readonly<Record<string, string>>

const exposed = {
  'Access-Control-Expose-Headers': 'ETag, X-Request-Id, Retry-After, Idempotency-Replayed, Allow',
}

/** Lets pages of every origin use the answer. Browsers then send and keep no credentials. */
export const forAnyOrigin: CorsHeaders = { 'Access-Control-Allow-Origin': '*', ...exposed }

/** Lets the pages of one origin use the answer, also of a request with credentials. */
export const forOrigin = (origin: string): CorsHeaders => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Allow-Credentials': 'true',
  ...exposed,
  Vary: 'Origin',
})

/** Whether a browser asks before it sends the request itself. */
export const isPreflight = (method: string | undefined, headers: RequestHeaders): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined

const methods = 'GET, HEAD, POST, PATCH, DELETE'
const named = 'Authorization, Content-Type, Idempotency-Key, If-Match, X-Request-Id'

/**
 * Headers of a preflight's answer, beside those for its origin. A star stands for all other headers,
 * but only where there are no credentials: elsewhere it is a header's name, so those asked for are named.
 */
export function preflightHeaders(
  headers: RequestHeaders,
  { 'Access-Control-Allow-Origin': allowed }: CorsHeaders,
): CorsHeaders {
  const asked = headers['access-control-request-headers']
  const others = allowed === '*' ? '*' : asked
  return {
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': others === undefined ? named : `${named}, ${others}`,
    // The longest time that browsers keep to.
    'Access-Control-Max-Age': '7200',
  }
}
