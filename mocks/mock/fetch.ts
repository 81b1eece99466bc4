import { turnNowAndThen } from '../../src/core/send/turn.ts'
import { splitPrefix } from './base-url.ts'
import type { Answer, Message } from '../message/message.ts'
import { decodeUtf8 } from '../shared/utf8.ts'

/** Where a mock is taken to be when it is called in process. */
export const inProcessOrigin = 'https://rolecall.test'

/**
 * A `fetch` whose requests go nowhere but to the function given. There is but one server, so that it is
 * found at any origin and below any path.
 */
export const fetchFrom =
  (handle: (message: Message) => Answer): typeof fetch =>
  async (input, init) => {
    // A request that is taken as it is spares a second one, which would follow the first one's signal. It
    // may be of a class of its own: that of undici, or of another realm.
    const asIs = init === undefined && typeof input === 'object' && 'method' in input
    const request = asIs ? input : new Request(absolute(input), init)
    request.signal?.throwIfAborted?.()
    const message = await messageOf(request)
    const { prefix, path } = splitPrefix(message.method, message.path)
    const origin = `${message.origin}${prefix}`
    const answer = handle({ ...message, origin, path, ...illFormed(init) })
    await turnNowAndThen()
    request.signal?.throwIfAborted?.()
    return responseOf(answer, message.method)
  }

/** The body, if its text has a lone surrogate: a Request puts U+FFFD there, and the mock refuses it. */
const illFormed = (init: RequestInit | undefined): Pick<Message, 'body'> =>
  typeof init?.body === 'string' && !init.body.isWellFormed() ? { body: init.body } : {}

/** A path alone is enough: there is but one server. */
const absolute = (input: RequestInfo | URL): RequestInfo | URL =>
  typeof input === 'string' ? new URL(input, inProcessOrigin) : input

/** Makes a plain message of a request. Its body is read. */
export async function messageOf(request: Request): Promise<Message> {
  const { origin, path, query } = splitUrl(request.url)
  const body = request.body === null ? '' : decodeUtf8(new Uint8Array(await request.arrayBuffer()))
  return { method: request.method, path, query, headers: headersOf(request), body, origin }
}

/** Makes a response of a plain answer; HEAD has none of its body. */
export const responseOf = ({ status, headers, body }: Answer, method: string): Response =>
  new Response(body === '' || method === 'HEAD' ? null : body, { status, headers: { ...headers } })

/** A request's own URL is normalised, so that it can be cut without being parsed again. */
function splitUrl(url: string): { origin: string; path: string; query: string } {
  const [whole = ''] = url.split('#')
  const slash = whole.indexOf('/', whole.indexOf('://') + 3)
  const mark = whole.indexOf('?')
  const end = mark === -1 ? whole.length : mark
  return {
    origin: whole.slice(0, slash),
    path: whole.slice(slash, end),
    query: mark === -1 ? '' : whole.slice(mark + 1),
  }
}

function headersOf(request: Request): Record<string, string> {
  const headers: Record<string, string> = {}
  // Node and browsers lower-case the names; happy-dom keeps them as they were written.
  request.headers.forEach((value, name) => (headers[name.toLowerCase()] = value))
  return headers
}
