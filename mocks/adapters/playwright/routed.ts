import type { Answer, DeliveryFault, Message } from '../../message/message.ts'
import { isMocked, pathBelow } from '../../mock/base-url.ts'
import { splitUrl } from '../../mock/fetch.ts'
import { decodeUtf8 } from '../../shared/utf8.ts'
import { forOrigin, isPreflight, preflightHeaders } from '../cors.ts'
import { below, type Route, type Routed, tokenOf, type Tokens } from './pages.ts'

/** Where the answers come from. */
interface Answering {
  readonly base: string
  readonly tokens: Tokens
  handle(message: Message): Answer
}

/** Answers requests to the mock's paths below the base URL. All others go to the network. */
export async function routeTo(pages: Routed, { base, tokens, handle }: Answering): Promise<void> {
  await pages.route(below([base]), async (route) => {
    const request = route.request()
    const method = request.method()
    const { origin, pathname, href } = new URL(request.url())
    const path = pathBelow(base, origin + pathname)
    if (path === undefined || !isMocked(method, path)) {
      await route.fallback()
      return
    }
    const headers = { ...tokenOf(request, tokens), ...(await request.allHeaders()) }
    const cors = headers.origin === undefined ? {} : forOrigin(headers.origin)
    if (isPreflight(method, headers)) {
      await route.fulfill({ status: 204, headers: preflightHeaders(headers, cors), body: '' })
      return
    }
    const { query } = splitUrl(href)
    const body = decodeUtf8(request.postDataBuffer() ?? new Uint8Array())
    const message = { method, path, query, headers, body, origin: base }
    await deliver(route, handle(message), cors)
  })
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
