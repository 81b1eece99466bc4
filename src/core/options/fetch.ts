/**
 * Sends a request: `fetch` itself, a wrapper, a mock's, or that of another library such as `undici` or
 * `node-fetch`. Those take no Request but of their own class, so that `init` repeats its members.
 *
 * @param request - The request. Its text is its URL.
 * @param init - The same request as the second argument of `fetch(request.url, init)`.
 * @example
 * import { fetch, ProxyAgent } from 'undici'
 *
 * const dispatcher = new ProxyAgent('http://proxy.example:3128')
 * const client = createClient({
 *   baseUrl: 'https://platform.example',
 *   fetch: ({ url }, init) => fetch(url, { ...init, dispatcher }),
 * })
 */
export type Fetch = (request: Request, init: FetchInit) => Promise<FetchedResponse>

/** A `fetch` that may bring the class of its requests, which has no more than both sides read. */
export interface OwnFetch extends Fetch {
  readonly ownRequest?: typeof Request
}

/** A request without its URL, in values that every `fetch` takes. */
export interface FetchInit {
  method: string
  headers: Record<string, string>
  body: string | null
  signal: AbortSignal
  redirect: 'manual'
}

/** The members of a Response that the client needs, of any class. Its body must be unread. */
export interface FetchedResponse {
  readonly ok: boolean
  readonly status: number
  readonly headers: {
    get(name: string): string | null
    forEach(tell: (value: string, name: string) => void): void
  }
  text(): Promise<string>
}
