/**
 * The mock as request handlers for MSW, in a test or in a browser's service worker.
 *
 * @module rolecall/mocks/msw
 */

import type { HttpHandler } from 'msw'
import { readBase } from '../shared/base-url.ts'
import { checkMock } from '../shared/check-mock.ts'
import { checkOptions } from '../shared/check-options.ts'
import type { Mock } from '../mock/mock.ts'
import { interceptor } from './intercept.ts'

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
  return [interceptor((message) => mock.handle(message), readBase(options.baseUrl))]
}
