import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The declarations of each subpath with types, by its name, such as `rolecall/errors`.
 *
 * @throws `TypeError` if the package in the folder is not built.
 */
export function declarationsOf(root: string): ReadonlyMap<string, string> {
  const manifest: { exports: Readonly<Record<string, string | { types: string }>> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const found = new Map<string, string>()
  for (const [subpath, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') continue
    const [before = '', after] = target.types.split('*')
    const files = after === undefined ? [target.types] : globSync(target.types, { cwd: root })
    for (const file of files) {
      const name = file.slice(
        before.length - (file.startsWith('./') ? 0 : 2),
        -(after ?? '').length,
      )
      const key = after === undefined ? subpath : subpath.replace('*', name)
      if (!existsSync(join(root, file)))
        throw new TypeError(`${file} is missing: run npm run build.`)
      found.set(`rolecall${key.slice(1)}`, file)
    }
  }
  return found
}
