/**
 * The mock as a plugin of Vite: it answers from the dev server.
 *
 * @module rolecall/mocks/vite
 */

import type { Plugin } from 'vite'
import type { PolicyName } from '../../../src/generated/policies.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { checkAlone } from '../../shared/check-options.ts'
import { mockOf } from '../mock-of.ts'
import { middleware } from './middleware.ts'
import { checkPluginOptions, type PluginOptions, prefixOf } from './options.ts'

export type { PluginOptions } from './options.ts'

/**
 * Answers the app's calls from Vite's dev server, on the app's own origin: without a worker, a port or a
 * line in the app. Requests to paths that the platform's API does not have pass through to the app.
 *
 * The state stays while modules are replaced, pages reloaded and the dev server restarted. `vite build`
 * and `vite preview` never see the mock.
 *
 * @throws `ConfigurationError` if an option is wrong. The message names it, and says what would be right.
 * @example
 * export default defineConfig({ plugins: [rolecall({ baseUrl: '/api' })] })
 */
export function rolecall<P extends PolicyName | Policy>(
  options: PluginOptions<P> = {},
  ...more: readonly unknown[]
): Plugin {
  checkAlone('rolecall', more)
  checkPluginOptions(options)
  const { baseUrl: _, persist: __, ...rest } = options
  const prefix = prefixOf(options)
  return {
    name: 'rolecall',
    apply: 'serve',
    configureServer({ middlewares, config }) {
      const mock = mockOf(rest)
      middlewares.use(middleware(mock, prefix))
      config.logger.info(`rolecall: ${mock.policy.name} answers below ${prefix || '/'}`)
    },
  }
}
