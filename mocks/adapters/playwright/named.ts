import { below, type Routed, tokenOf, type Tokens } from './pages.ts'

/** The requests to name, and how. */
interface Naming {
  /** URLs of the mock and of the app: requests to their origins are named. */
  readonly urls: readonly string[]
  /** The name of the state. */
  readonly session: string
  readonly tokens: Tokens
}

/** Adds the name of a state, and the token of a page that is signed in, to requests of pages. */
export async function nameRequests(
  pages: Routed,
  { urls, session, tokens }: Naming,
): Promise<void> {
  // Other origins get no header: they would have a preflight asked for.
  const origins = urls.map((url) => new URL(url).origin)
  await pages.route(below(origins), async (route) => {
    const request = route.request()
    const own = request.headers()
    const headers = { ...tokenOf(request, tokens), ...own, 'x-mock-session': session }
    await route.fallback({ headers })
  })
}
