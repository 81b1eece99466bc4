import type { RequestHandler } from 'msw'
import type { PolicyName } from '../../../src/generated/policies.ts'
import { optionNames } from '../../mock/configure.ts'
import type { MockOptions } from '../../mock/options.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { checkOptions, checkValue, isBoolean, isText } from '../../shared/check-options.ts'

/** Options of {@link startMock}: those of `createMock`, and where and how the mock answers. */
export interface StartOptions<
  P extends PolicyName | Policy = PolicyName | Policy,
> extends MockOptions<P> {
  /**
   * The base URL that your app's client calls, such as `https://platform.example`, or a path of the page's
   * own origin: `/api`.
   */
  readonly baseUrl: string | URL
  /**
   * Whether the state is kept in IndexedDB, over reloads and for all tabs of the origin; or the name to
   * keep it under, if several apps share the origin. Faults, overrides and states by name are not kept:
   * overrides are code, and a page that stays offline after a reload would look broken. Default: true,
   * under a name made of `baseUrl`.
   */
  readonly persist?: boolean | string
  /** Your own request handlers for MSW. They come first. Default: none. */
  readonly handlers?: readonly RequestHandler[]
  /** The URL of the worker's script. Default: `/mockServiceWorker.js`. */
  readonly workerUrl?: string
}

const ownNames = ['baseUrl', 'persist', 'handlers', 'workerUrl']

/** Throws if an option of the adapter's own is wrong, or unknown. `createMock` checks the others. */
export function checkStartOptions(options: StartOptions): void {
  checkOptions("startMock's options", options, [...ownNames, ...optionNames], "{ baseUrl: '/api' }")
  const { persist, handlers, workerUrl } = options
  const isKept = (value: unknown) => isBoolean(value) || isText(value)
  checkValue('persist', persist, isKept, 'true, false or a name')
  checkValue('handlers', handlers, (value) => Array.isArray(value), 'a list of request handlers')
  checkValue('workerUrl', workerUrl, isText, 'a URL such as /mockServiceWorker.js')
}
