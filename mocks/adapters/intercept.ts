import { http, type HttpHandler } from 'msw'
import { isMocked, pathBelow } from '../mock/base-url.ts'
import { faultyResponse } from '../mock/faulty-response.ts'
import { messageOf } from '../mock/fetch.ts'
import { responseOf } from '../mock/response-of.ts'
import type { Answer, Message } from '../message/message.ts'
import { forAnyOrigin, forOrigin, isPreflight, preflightHeaders } from './cors.ts'

/** Answers a message. A mock that stores its state answers once the change is stored. */
export type Handle = (message: Message) => Answer | Promise<Answer>

/** Makes one handler for MSW, which answers the mock's paths below the base URL and ignores all others. */
export function interceptor(handle: Handle, base: string): HttpHandler {
  const pathOf = (request: Request) => {
    const { origin, pathname } = new URL(request.url)
    const path = pathBelow(base, origin + pathname)
    return path !== undefined && isMocked(request.method, path) ? path : undefined
  }
  return http.all(
    ({ request }) => pathOf(request) !== undefined,
    async ({ request }) => {
      const path = pathOf(request) ?? ''
      const message = { ...(await messageOf(request)), origin: base, path }
      const answered = await answer(handle, message)
      const { fault } = answered
      return fault === undefined
        ? responseOf(answered, request.method)
        : orNetworkError(faultyResponse(answered, fault, request))
    },
  )
}

/** MSW takes a broken connection as an error response; a thrown error would be a 500. */
const orNetworkError = (response: Promise<Response>): Promise<Response> =>
  response.catch(() => Response.error())

/** The answer of the mock, with CORS headers for the page. */
async function answer(handle: Handle, message: Message): Promise<Answer> {
  const { method, headers } = message
  const { origin } = headers
  // MSW sees happy-dom's preflights before their headers are set: as an OPTIONS without an origin.
  const isBare = method === 'OPTIONS' && origin === undefined
  const cors = isBare ? forAnyOrigin : origin === undefined ? {} : forOrigin(origin)
  if (isBare || isPreflight(method, headers)) {
    return { status: 204, headers: { ...cors, ...preflightHeaders(headers, cors) }, body: '' }
  }
  const { headers: own, ...rest } = await handle(message)
  return { ...rest, headers: { ...cors, ...own } }
}
