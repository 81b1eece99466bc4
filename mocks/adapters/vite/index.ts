/**
 * The mock as a plugin of Vite: it answers from the dev server.
 *
 * @module rolecall/mocks/vite
 */

import { join, resolve } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import { printable } from '../../../src/core/base/printable.ts'
import type { PolicyName } from '../../../src/generated/policies.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { checkAlone } from '../../shared/check-options.ts'
import { createMock } from '../../mock/create-mock.ts'
import { cacheFolder } from './cache-folder.ts'
import { consoleMiddleware, consolePath } from './console.ts'
import { type End, keepInFolder } from './kept.ts'
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
 * The console of the mock is at `/__rolecall/` below the dev server's base.
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
  const { baseUrl: _, persist = true, console: hasConsole = true, ...rest } = options
  const prefix = prefixOf(options)
  // A server that restarts makes the next one of the same plugin before it ends.
  const ends = new WeakMap<ResolvedConfig, End>()
  return {
    name: 'rolecall',
    apply: 'serve',
    async configureServer(server) {
      const { middlewares, config } = server
      const { root, logger } = config
      const mock = createMock<PolicyName | Policy>(rest)
      const warn = (text: string) => logger.warn(`rolecall: ${printable(text)}`)
      for (const warning of mock.warnings) warn(warning)
      if (persist !== false) {
        const folder = persist === true ? cacheFolder(root) : resolve(root, persist)
        ends.set(config, await keepInFolder(mock, join(folder, prefix), warn))
      }
      middlewares.use(middleware(mock, prefix))
      const path = consolePath(server)
      if (hasConsole !== false) middlewares.use(consoleMiddleware(path, prefix || '/'))
      const where = hasConsole === false ? '' : `; its console is at ${path}`
      logger.info(`rolecall: policy ${mock.policy.name} answers below ${prefix || '/'}${where}`)
    },
    transformIndexHtml(_, { server }) {
      if (hasConsole !== 'panel' || server === undefined) return []
      const src = `${consolePath(server)}panel.js`
      return [{ tag: 'script', attrs: { src, defer: true }, injectTo: 'head' }]
    },
    // At the end of the dev server too.
    async buildEnd() {
      await ends.get(this.environment.getTopLevelConfig())?.()
    },
  }
}

/**
 * Serves the console alone from Vite's dev server, at `/__rolecall/` below its base: for the panel of a page
 * that has the mock inside, by `startMock`.
 *
 * @example
 * export default defineConfig({ plugins: [rolecallConsole()] })
 */
export function rolecallConsole(): Plugin {
  return {
    name: 'rolecall-console',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(consoleMiddleware(consolePath(server), '/'))
    },
  }
}
