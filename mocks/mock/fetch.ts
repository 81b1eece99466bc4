import { turnNowAndThen } from '../../src/core/send/turn.ts'
import { splitPrefix } from './base-url.ts'
import { faultyResponse } from './faulty-response.ts'
import { responseOf } from './response-of.ts'
import type { Answer, Message } from '../message/message.ts'
import { decodeUtf8 } from '../shared/utf8.ts'

/** The origin of a mock that is called in process. */
export const inProcessOrigin = 'https://rolecall.test'

/** Makes a `fetch` that passes every request to `handle`, whatever its origin and path prefix. */
export const fetchFrom =
  (handle: (message: Message) => Answer | Promise<Answer>): typeof fetch =>
  async (input, init) => {
    // A Request without init is used as it is: a copy would cost time. It may be of another class, such as
    // that of undici or another realm.
    const asIs = init === undefined && typeof input === 'object' && 'method' in input
    const request = asIs ? input : new Request(absolute(input), init)
    request.signal?.throwIfAborted?.()
    const message = await messageOf(request)
    const { prefix, path } = splitPrefix(message.method, message.path)
    const origin = `${message.origin}${prefix}`
    const answer = await handle({ ...message, origin, path, ...illFormed(init) })
    await turnNowAndThen()
    request.signal?.throwIfAborted?.()
    return answer.fault === undefined
      ? responseOf(answer, message.method)
      : faultyResponse(answer, answer.fault, request)
  }

/** A body text with a lone surrogate, which the mock refuses: a Request would replace it with U+FFFD. */
const illFormed = (init: RequestInit | undefined): Pick<Message, 'body'> =>
  typeof init?.body === 'string' && !init.body.isWellFormed() ? { body: init.body } : {}

/** Completes a URL that is a path alone. */
const absolute = (input: RequestInfo | URL): RequestInfo | URL =>
  typeof input === 'string' ? new URL(input, inProcessOrigin) : input

/** Turns a Request into a plain message. Reads its body. */
export async function messageOf(request: Request): Promise<Message> {
  const { origin, path, query } = splitUrl(request.url)
  const body = request.body === null ? '' : decodeUtf8(new Uint8Array(await request.arrayBuffer()))
  return { method: request.method, path, query, headers: headersOf(request), body, origin }
}

/** Splits the URL of a Request, which is normalised, without parsing it again. */
export function splitUrl(url: string): { origin: string; path: string; query: string } {
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

/** Headers by their names in lower case. */
export function headersOf({ headers: sent }: Pick<Request, 'headers'>): Record<string, string> {
  const headers: Record<string, string> = {}
  // Node and browsers lower-case names; happy-dom does not.
  sent.forEach((value, name) => (headers[name.toLowerCase()] = value))
  return headers
}
