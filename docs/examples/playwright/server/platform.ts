import { type Client, createClient } from 'rolecall'

/**
 * The client for a request that this server answers. In tests, the request names the state of its test;
 * nobody else sends that header.
 */
export function platformFor(headers: Headers, baseUrl = process.env.ROLECALL_BASE_URL): Client {
  const session = headers.get('x-mock-session')
  return createClient({
    ...(baseUrl !== undefined && { baseUrl }),
    token: headers.get('authorization')?.replace(/^Bearer /, '') ?? null,
    ...(session !== null && { headers: { 'X-Mock-Session': session } }),
  })
}
