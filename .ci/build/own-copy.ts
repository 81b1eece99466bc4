import { readFileSync } from 'node:fs'
import type { Plugin } from 'rolldown'

const mark = '?own'

/**
 * A plugin that gives an entry point its own copy of a module, and of what that imports, so that whoever
 * imports this alone loads and bundles nothing else. For functions without state, which may be there twice.
 */
export function ownCopy(module: string, { of: entry }: { readonly of: string }): Plugin {
  return {
    name: 'own-copy',
    async resolveId(source, importer, options) {
      if (importer !== entry && !importer?.endsWith(mark)) return null
      const resolved = await this.resolve(source, importer.replace(mark, ''), {
        ...options,
        skipSelf: true,
      })
      const isCopied = importer.endsWith(mark) || resolved?.id === module
      return resolved && isCopied ? { ...resolved, id: resolved.id + mark } : resolved
    },
    load: (id) =>
      id.endsWith(mark)
        ? { code: readFileSync(id.slice(0, -mark.length), 'utf8'), moduleType: 'ts' }
        : null,
  }
}

/** The path of the module that a copy was made of, for maps. */
export const sourceOfCopy = (path: string): string => path.replace(mark, '')
