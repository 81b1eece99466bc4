import type { FetchedResponse, OwnFetch } from '../../src/core/options/fetch.ts'
import type { Answer, Message } from '../message/message.ts'
import { answered } from './answered.ts'
import { splitPrefix } from './base-url.ts'
import { faultyResponse } from './faulty-response.ts'
import { headersOf, splitUrl } from './fetch.ts'
import { responseOf } from './response-of.ts'

/**
 * Makes the `fetch` of a mock's own clients. A whole Request and Response, with their streams, cost more
 * than the mock itself: its clients make requests that have only what both sides read, and get answers that
 * become a Response only when somebody uses more of one.
 */
export function fetchInProcess(handle: (message: Message) => Answer): OwnFetch {
  const fetch: OwnFetch = async (request, { method, body, signal }) => {
    signal.throwIfAborted?.()
    const { origin, path: below, query } = splitUrl(request.url)
    const { prefix, path } = splitPrefix(method, below)
    const message = { method, path, query, headers: headersOf(request), body: body ?? '' }
    const answer = handle({ ...message, origin: `${origin}${prefix}` })
    return answer.fault === undefined
      ? responseTo(answer, method)
      : faultyResponse(answer, answer.fault, { method, signal })
  }
  const construct = (_: unknown, [url, init]: [string, RequestInit]) => new OwnRequest(url, init)
  return Object.assign(fetch, { ownRequest: new Proxy(Request, { construct }) })
}

/** The parts of a request that clients and the mock read. */
class OwnRequest {
  readonly url: string
  readonly headers: Headers

  constructor(url: string, { headers }: RequestInit) {
    // Normalised, as the URL of a Request is.
    this.url = new URL(url).href
    this.headers = new Headers(headers)
  }
}

/** Clients limit a stream by bytes and a text by characters: the same number in ASCII alone. */
const responseTo = (answer: Answer, method: string): FetchedResponse =>
  // oxlint-disable-next-line no-control-regex -- All of ASCII.
  answer.stream === undefined && /^[\0-\x7f]*$/.test(answer.body)
    ? answered(answer, Response)
    : responseOf(answer, method)
