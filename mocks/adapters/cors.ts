/** Headers of a request, by lower-cased name. */
type RequestHeaders = Readonly<Record<string, string | undefined>>

/** Response headers that let a page of another origin read the answer. */
export type CorsHeaders = Readonly<Record<string, string>>

const exposed = {
  'Access-Control-Expose-Headers':
    'ETag, X-Request-Id, Retry-After, RateLimit, RateLimit-Policy, Idempotency-Replayed, Allow',
}

/** Lets pages of every origin read the answer. Browsers then send no credentials. */
export const forAnyOrigin: CorsHeaders = { 'Access-Control-Allow-Origin': '*', ...exposed }

/** Lets pages of one origin read the answer, with credentials too. */
export const forOrigin = (origin: string): CorsHeaders => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Allow-Credentials': 'true',
  ...exposed,
  Vary: 'Origin',
})

/** Whether the request is a preflight. */
export const isPreflight = (method: string | undefined, headers: RequestHeaders): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined

const methods = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const named =
  'Authorization, Content-Type, Idempotency-Key, If-Match, X-Request-Id, X-Mock-Session, X-Mock-Observer'

/**
 * Headers of a preflight response, beside those for its origin. `*` means every header only without
 * credentials; with credentials it is a literal name, so the requested headers are listed.
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
    // Two hours: the most that Chromium accepts.
    'Access-Control-Max-Age': '7200',
  }
}
