/**
 * The mock as request handlers for MSW, in a test or in a browser's service worker.
 *
 * @module rolecall/mocks/msw
 */

import { http, type HttpHandler } from 'msw'
import { isMocked, pathBelow, readBase } from '../mock/base-url.ts'
import { checkMock } from '../mock/check-mock.ts'
import { checkOptions } from '../shared/check-options.ts'
import { forAnyOrigin, forOrigin, isPreflight, preflightHeaders } from './cors.ts'
import { messageOf, responseOf } from '../mock/fetch.ts'
import type { Mock } from '../mock/mock.ts'
import type { Answer, Message } from '../message/message.ts'

export type { HttpHandler } from 'msw'

/** What {@link handlers} takes. */
export interface HandlersOptions {
  /**
   * The address that your app's client calls: `https://platform.example`, or with a path,
   * `https://corp.example/ai-platform`; in a page also a path of its own origin, `/api`.
   */
  readonly baseUrl: string | URL
}

/**
 * Request handlers for MSW, to be merged into your own `setupServer` or `setupWorker`.
 *
 * They answer the API's paths below `baseUrl`, and `/__mock` (signing in, reset). Every other request
 * passes by, so that your other handlers get to see it. Several mocks can be served side by side, each
 * at a base URL of its own.
 *
 * Requests come only from the program or page that MSW runs in, so none is refused for its origin. Where
 * a simulated browser keeps to CORS, as those of happy-dom and jsdom do, a preflight and every answer
 * let the page's origin in, with credentials.
 *
 * @throws `ConfigurationError` if there is no mock, `baseUrl` is wrong, or an option is unknown.
 * @example
 * const mock = createMock()
 * const server = setupServer(...handlers(mock, { baseUrl: 'https://platform.example' }))
 * server.listen()
 */
export function handlers(mock: Pick<Mock, 'handle'>, options: HandlersOptions): HttpHandler[] {
  checkMock('handlers', mock)
  checkOptions("handlers' options", options, ['baseUrl'], "{ baseUrl: 'https://platform.example' }")
  const base = readBase(options.baseUrl)
  const pathOf = (request: Request) => {
    const { origin, pathname } = new URL(request.url)
    const path = pathBelow(base, origin + pathname)
    return path !== undefined && isMocked(request.method, path) ? path : undefined
  }
  return [
    http.all(
      ({ request }) => pathOf(request) !== undefined,
      async ({ request }) => {
        const path = pathOf(request) ?? ''
        return responseOf(
          answer(mock, { ...(await messageOf(request)), origin: base, path }),
          request.method,
        )
      },
    ),
  ]
}

/** What the mock answers, with what lets a page of another origin use it. */
function answer(mock: Pick<Mock, 'handle'>, message: Message): Answer {
  const { method, headers } = message
  const { origin } = headers
  // MSW sees happy-dom's preflight before its headers are set: an OPTIONS of no origin is one.
  const isBare = method === 'OPTIONS' && origin === undefined
  const cors = isBare ? forAnyOrigin : origin === undefined ? {} : forOrigin(origin)
  if (isBare || isPreflight(method, headers)) {
    return { status: 204, headers: { ...cors, ...preflightHeaders(headers, cors) }, body: '' }
  }
  const { status, headers: own, body } = mock.handle(message)
  return { status, headers: { ...cors, ...own }, body }
}
