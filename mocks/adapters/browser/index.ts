/**
 * The mock in a page: it answers from the browser's service worker, and keeps its state.
 *
 * @module rolecall/mocks/browser
 */

import type { Policies, PolicyName } from '../../../src/generated/policies.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { checkAlone } from '../../shared/check-options.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import type { BrowserMock } from './browser-mock.ts'
import { checkStartOptions, type StartOptions } from './options.ts'
import { oneAtATime } from './running.ts'
import { start } from './start.ts'

export type { RequestHandler } from 'msw'
export type { BrowserMock } from './browser-mock.ts'
export type { StartOptions } from './options.ts'
export type { SignedIn } from './signed-in.ts'

/**
 * Starts a mock in a page. The app's client calls the platform as usual, and MSW's service worker answers.
 *
 * The state is kept in IndexedDB: it outlives a reload, all tabs of the origin share it, and a write is
 * answered once it is stored. A state of another policy, scenario or seed is set aside, and the mock starts
 * anew; start it with the former options to continue there. Where nothing can be stored, a warning says
 * so, and the state stays in memory.
 *
 * `?mock-user=lead@acme.test` in the page's URL signs that user in.
 *
 * A page has one mock at a time. Starting again with the same options returns the running one; with other
 * options, it takes its place.
 *
 * @throws `ConfigurationError` if an option is wrong, the worker's script is missing, or there is no user
 *   of the name in the URL. The message says what to do.
 * @example
 * const mock = await startMock({ baseUrl: '/api' })
 * const token = await mock.signIn('admin@acme.test')
 * const client = createClient({ baseUrl: '/api', token })
 */
export function startMock<P extends PolicyName = 'adaptive'>(
  options: StartOptions<P>,
): Promise<BrowserMock<Policies[P]>>
export function startMock(options: StartOptions<Policy>): Promise<BrowserMock>
export async function startMock(
  options: StartOptions,
  ...more: readonly unknown[]
): Promise<BrowserMock> {
  checkAlone('startMock', more)
  checkStartOptions(options)
  if (typeof document === 'undefined') {
    throw new ConfigurationError(
      'startMock needs a page: call it in the browser alone. Elsewhere, createMock makes a mock, and serve of rolecall/mocks/server puts it on a port.',
    )
  }
  return oneAtATime(options, start)
}
