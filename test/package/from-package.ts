import { join, relative } from 'node:path'
import type { Plugin } from 'vite'

const root = join(import.meta.dirname, '../..')

/** Loads from an installed package whatever a test imports from `src` or `mocks`. */
export function fromPackage(folder: string): Plugin {
  return {
    name: 'from-package',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      const path = resolved && relative(root, resolved.id)
      if (!path || !/^(src|mocks)\//.test(path)) return resolved
      return { id: join(folder, 'dist', path.replace(/\.ts$/, '.js')), external: true }
    },
  }
}
