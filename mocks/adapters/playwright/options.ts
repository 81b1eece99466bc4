import type { PolicyName } from '../../../src/generated/policies.ts'
import { readBase } from '../../shared/base-url.ts'
import { optionNames } from '../../mock/configure.ts'
import type { MockOptions } from '../../mock/options.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { checkOptions } from '../../shared/check-options.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'

/** Options of {@link mockFixtures}: those of `createMock`, and where the mock answers. */
export interface FixtureOptions<
  P extends PolicyName | Policy = PolicyName | Policy,
> extends MockOptions<P> {
  /**
   * The base URL that your app's client calls, such as `https://platform.example`, or a path of
   * Playwright's own `baseURL`: `/api`.
   */
  readonly baseUrl: string | URL
}

/** Options of {@link serverFixtures}: those of `createMock`, or `url`. */
export interface ServerFixtureOptions<
  P extends PolicyName | Policy = PolicyName | Policy,
> extends MockOptions<P> {
  /**
   * The URL of a mock that runs already, such as `http://127.0.0.1:4010`, that of `rolecall mock`. It has
   * options of its own, so that no other may stand beside it. Default: each worker serves a mock.
   */
  readonly url?: string | URL | undefined
}

const isPath = (value: unknown): value is string =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value)

/** Throws if an option of the adapter's own is wrong, or unknown. `createMock` checks the others. */
export function checkFixtureOptions(options: FixtureOptions): void {
  checkOptions("mockFixtures' options", options, ['baseUrl', ...optionNames], "{ baseUrl: '/api' }")
  const { baseUrl } = options
  readBase(isPath(baseUrl) ? `http://localhost${baseUrl}` : baseUrl)
}

/** The whole base URL, for a test whose pages are relative to `baseURL`. */
export function baseFor(baseUrl: string | URL, baseURL: string | undefined): string {
  if (!isPath(baseUrl)) return readBase(baseUrl)
  if (baseURL !== undefined) return readBase(new URL(baseUrl, baseURL))
  throw new ConfigurationError(
    `baseUrl is the path ${baseUrl}, so Playwright must know its origin. Set use.baseURL in its configuration, or give a URL.`,
  )
}

/** Throws if an option of the adapter's own is wrong, or unknown. `createMock` checks the others. */
export function checkServerOptions(options: ServerFixtureOptions): void {
  const example = "{ url: 'http://127.0.0.1:4010' }"
  checkOptions("serverFixtures' options", options, ['url', ...optionNames], example)
  const { url, ...others } = options
  if (url === undefined) return
  readBase(url, 'url')
  const [other] = Object.keys(others)
  if (other === undefined) return
  throw new ConfigurationError(
    `${other} has no effect on a mock that runs already, at url. Start that mock with it, or leave url out.`,
  )
}
