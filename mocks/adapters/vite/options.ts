import type { PolicyName } from '../../../src/generated/policies.ts'
import { wrongBase } from '../../shared/base-url.ts'
import { optionNames } from '../../mock/configure.ts'
import type { MockOptions } from '../../mock/options.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { checkOptions, checkValue, isBoolean, isText } from '../../shared/check-options.ts'
import { readServedAt } from '../server/served-at.ts'

/** Options of {@link rolecall}: those of `createMock`, and where the mock answers. */
export interface PluginOptions<
  P extends PolicyName | Policy = PolicyName | Policy,
> extends MockOptions<P> {
  /**
   * The path of the dev server's origin below which the app's client calls the platform, such as `/api`:
   * the same as the client's `baseUrl`. Default: `/`, so that the API's own paths begin at `/v1/`.
   */
  readonly baseUrl?: string
  /**
   * Whether the state outlives a restart of the dev server, in a file of `node_modules/.cache/rolecall`;
   * or the folder for the file. Each policy, scenario and seed has a file of its own. Faults, overrides
   * and states by name are not kept. Default: true.
   */
  readonly persist?: boolean | string
  /**
   * Whether the dev server has the console, at `/__rolecall/` below its base; `'panel'` also adds a button
   * to the pages of the app, which opens it there. Default: true.
   */
  readonly console?: boolean | 'panel'
}

/** Throws if an option of the adapter's own is wrong, or unknown. `createMock` checks the others. */
export function checkPluginOptions(options: PluginOptions): void {
  const names = ['baseUrl', 'persist', 'console', ...optionNames]
  checkOptions("rolecall's options", options, names, "{ baseUrl: '/api' }")
  const isKept = (value: unknown) => isBoolean(value) || isText(value)
  checkValue('persist', options.persist, isKept, 'true, false or the path of a folder')
  const isShown = (value: unknown) => isBoolean(value) || value === 'panel'
  checkValue('console', options.console, isShown, "true, false or 'panel'")
}

/** The prefix of the mock's paths; empty at the root. */
export function prefixOf({ baseUrl = '/' }: PluginOptions): string {
  const { proxy, prefix } = readServedAt(baseUrl)
  if (proxy === undefined) return prefix
  throw wrongBase("a path of the dev server's origin, such as /api", baseUrl)
}
