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
