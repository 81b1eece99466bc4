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

/** Options of {@link handlers}. */
export interface HandlersOptions {
  /**
   * The base URL that your app's client calls, such as `https://platform.example` or
   * `https://corp.example/ai-platform`. In a page, a path of its own origin works too: `/api`.
   */
  readonly baseUrl: string | URL
}

/**
 * Makes request handlers for MSW. Add them to your own `setupServer` or `setupWorker`.
 *
 * They answer the API's paths below `baseUrl`, and the paths below `/__mock` (signing in, reset). They
 * ignore every other request, so your other handlers still see it. Several mocks can run side by side,
 * each at its own base URL.
 *
 * MSW sees requests of its own program or page only, so no origin is refused. Simulated browsers that
 * enforce CORS, such as happy-dom and jsdom, get headers that allow the page's origin, with credentials.
 *
 * @throws `ConfigurationError` if `mock` is not a mock, `baseUrl` is wrong, or an option is unknown.
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

/** The answer of the mock, with CORS headers for the page. */
function answer(mock: Pick<Mock, 'handle'>, message: Message): Answer {
  const { method, headers } = message
  const { origin } = headers
  // MSW sees happy-dom's preflights before their headers are set: as an OPTIONS without an origin.
  const isBare = method === 'OPTIONS' && origin === undefined
  const cors = isBare ? forAnyOrigin : origin === undefined ? {} : forOrigin(origin)
  if (isBare || isPreflight(method, headers)) {
    return { status: 204, headers: { ...cors, ...preflightHeaders(headers, cors) }, body: '' }
  }
  const { status, headers: own, body } = mock.handle(message)
  return { status, headers: { ...cors, ...own }, body }
}
