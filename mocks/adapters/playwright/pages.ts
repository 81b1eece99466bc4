// Playwright's own types are not imported: the fixtures work with every version that has these members.

/** A request of a page. */
export interface PageRequest {
  url(): string
  method(): string
  headers(): Record<string, string>
  allHeaders(): Promise<Record<string, string>>
  postDataBuffer(): Uint8Array | null
  frame(): { page(): object }
}

/** A request that waits for an answer. */
export interface Route {
  request(): PageRequest
  fulfill(answer: {
    readonly status: number
    readonly headers: Record<string, string>
    readonly body: string
  }): Promise<void>
  fallback(changes?: { readonly headers: Record<string, string> }): Promise<void>
  abort(reason: string): Promise<void>
}

/** Pages whose requests can be answered: a context of Playwright's. */
export interface Routed {
  route(matches: RegExp, answer: (route: Route) => Promise<void>): Promise<unknown>
}

/** Matches the URLs below any of these. Playwright tests an expression without a message to the test. */
export function below(urls: readonly string[]): RegExp {
  const starts = urls.map((url) => url.replaceAll(/[^\w/:]/g, String.raw`\$&`))
  return new RegExp(`^(?:${starts.join('|')})/`)
}

/** What the fixtures take of Playwright's own. */
export interface Given {
  readonly context: Routed
  readonly baseURL: string | undefined
}

/** A fixture that takes others. */
export type Fixture<Taken, Value> = (
  given: Taken,
  use: (value: Value) => Promise<void>,
) => Promise<void>

/** The token of each page that is signed in. */
export type Tokens = WeakMap<object, string>

/** The header of a page that is signed in. The app's own comes before it. */
export function tokenOf(request: PageRequest, tokens: Tokens): Record<string, string> {
  try {
    const token = tokens.get(request.frame().page())
    return token === undefined ? {} : { authorization: `Bearer ${token}` }
  } catch {
    // Requests of a service worker belong to no page.
    return {}
  }
}
