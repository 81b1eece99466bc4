/**
 * Sends a request: `fetch` itself, one that wraps it, a mock's, or that of another library such as
 * `undici` or `node-fetch`. Those know no Request but of a class of their own, and so `init` says the
 * same once more.
 *
 * @param request - What is to be sent. Its text is its URL.
 * @param init - What a `fetch` of `request.url` takes, for the same to be sent.
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

/** A request but for its URL, in values that every `fetch` takes. */
export interface FetchInit {
  method: string
  headers: Record<string, string>
  body: string | null
  signal: AbortSignal
  redirect: 'manual'
}

/** As much of a Response as is needed, of whatever class. Its body must be unread. */
export interface FetchedResponse {
  readonly ok: boolean
  readonly status: number
  readonly headers: {
    get(name: string): string | null
    forEach(tell: (value: string, name: string) => void): void
  }
  text(): Promise<string>
}
