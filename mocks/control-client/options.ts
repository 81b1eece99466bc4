import type { Mock } from '../mock/mock.ts'
import { checkMock } from '../shared/check-mock.ts'
import { readBase } from '../shared/base-url.ts'
import { checkOptions, checkValue, isText } from '../shared/check-options.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'

/** Options of {@link createControl}: `mock` or `baseUrl`. */
export interface ControlOptions {
  /** The mock to control in process. */
  readonly mock?: Pick<Mock, 'fetch' | 'handle'> | undefined
  /** The base URL of a mock that is served elsewhere, such as `http://127.0.0.1:4010`. */
  readonly baseUrl?: string | URL | undefined
  /**
   * The name of the state to control: that of the requests whose `X-Mock-Session` has the same name. It is
   * made when it is first used. Default: the state that the mock started with.
   */
  readonly session?: string | undefined
  /** Sends the requests to `baseUrl`. Default: `globalThis.fetch` at the time of each call. */
  readonly fetch?: typeof fetch | undefined
}

/** The place of a mock. */
export interface Target {
  readonly baseUrl: string
  readonly session: string | undefined
  readonly fetch: typeof fetch | undefined
}

/** A mock in process answers at any origin. */
const inProcess = 'https://rolecall.test'

/** Checks the options of a control client. */
export function readTarget(options: ControlOptions): Target {
  const names = ['mock', 'baseUrl', 'session', 'fetch']
  checkOptions("createControl's options", options, names, "{ baseUrl: 'http://127.0.0.1:4010' }")
  const { mock, baseUrl, session, fetch } = options
  checkValue('session', session, isText, 'the name of a state, such as checkout-test')
  checkValue('fetch', fetch, (value) => typeof value === 'function', 'a function')
  if ((mock === undefined) === (baseUrl === undefined)) {
    throw new ConfigurationError("createControl's options must have mock or baseUrl, and not both.")
  }
  if (mock === undefined) return { baseUrl: readBase(baseUrl), session, fetch }
  checkMock('createControl', mock)
  if (fetch !== undefined) {
    throw new ConfigurationError('fetch has no effect on a mock in process. Leave it out.')
  }
  return { baseUrl: inProcess, session, fetch: mock.fetch }
}
