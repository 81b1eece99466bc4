import type { Answer, DeliveryFault, Message } from '../../message/message.ts'
import { isMocked, pathBelow } from '../../mock/base-url.ts'
import { splitUrl } from '../../mock/fetch.ts'
import { decodeUtf8 } from '../../shared/utf8.ts'
import { forOrigin, isPreflight, preflightHeaders } from '../cors.ts'

// Playwright's own types are not imported: the fixtures work with every version that has these members.

/** A request of a page. */
interface RoutedRequest {
  url(): string
  method(): string
  allHeaders(): Promise<Record<string, string>>
  postDataBuffer(): Uint8Array | null
  frame(): { page(): object }
}

/** A request that waits for an answer. */
export interface Route {
  request(): RoutedRequest
  fulfill(answer: {
    readonly status: number
    readonly headers: Record<string, string>
    readonly body: string
  }): Promise<void>
  abort(reason: string): Promise<void>
}

/** Pages whose requests can be answered: a context of Playwright's. */
export interface Routed {
  route(matches: (url: URL) => boolean, answer: (route: Route) => Promise<void>): Promise<unknown>
}

/** The token of each page that is signed in. */
export type Tokens = WeakMap<object, string>

/** Where the answers come from. */
interface Answering {
  readonly base: string
  readonly tokens: Tokens
  handle(message: Message): Answer
}

/** Answers requests to the mock's paths below the base URL. All others go to the network. */
export async function routeTo(pages: Routed, { base, tokens, handle }: Answering): Promise<void> {
  // The method is not known yet; a path of the mock is one for some method.
  const pathOf = ({ origin, pathname }: URL) => pathBelow(base, origin + pathname)
  const isOurs = (url: URL) => {
    const path = pathOf(url)
    return path !== undefined && isMocked('GET', path)
  }
  await pages.route(isOurs, async (route) => {
    const request = route.request()
    const headers = { ...tokenOf(request, tokens), ...(await request.allHeaders()) }
    const method = request.method()
    const cors = headers.origin === undefined ? {} : forOrigin(headers.origin)
    if (isPreflight(method, headers)) {
      await route.fulfill({ status: 204, headers: preflightHeaders(headers, cors), body: '' })
      return
    }
    const url = new URL(request.url())
    const { query } = splitUrl(url.href)
    const body = decodeUtf8(request.postDataBuffer() ?? new Uint8Array())
    const message = { method, path: pathOf(url) ?? '', query, headers, body, origin: base }
    await deliver(route, handle(message), cors)
  })
}

/** The header of a page that is signed in. The app's own comes before it. */
function tokenOf(request: RoutedRequest, tokens: Tokens): Record<string, string> {
  try {
    const token = tokens.get(request.frame().page())
    return token === undefined ? {} : { authorization: `Bearer ${token}` }
  } catch {
    // Requests of a service worker belong to no page.
    return {}
  }
}

/** Sends an answer as its fault says. Playwright can't cut a body: the connection is reset instead. */
async function deliver(
  route: Route,
  { status, headers, body, fault = {} }: Answer,
  cors: Readonly<Record<string, string>>,
): Promise<void> {
  const { latency = 0, connection }: DeliveryFault = fault
  if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency))
  if (connection === undefined)
    await route.fulfill({ status, headers: { ...cors, ...headers }, body })
  else if (connection !== 'stall') await route.abort(reasons[connection])
}

const reasons = {
  refuse: 'connectionrefused',
  reset: 'connectionreset',
  cut: 'connectionreset',
} as const
