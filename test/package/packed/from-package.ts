import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'

const root = join(import.meta.dirname, '../../..')

/**
 * Loads from the installed package every source that a test imports and a subpath stands for.
 * `ROLECALL_INSTALLED` names its folder by the time that tests run.
 */
export function fromPackage(): Plugin {
  return {
    name: 'from-package',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      const path = resolved && relative(root, resolved.id)
      if (!path || !/^(src|mocks)\//.test(path)) return resolved
      const { ROLECALL_INSTALLED: folder } = process.env
      if (!folder) throw new Error('ROLECALL_INSTALLED must be the folder of an installed package.')
      const id = join(folder, 'dist', path.replace(/\.ts$/, '.js'))
      return existsSync(id) ? { id, external: true } : resolved
    },
  }
}
