import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder for the states of a project: in `node_modules/.cache` of its package. */
export const cacheFolder = (root: string): string =>
  join(packageOf(root) ?? root, 'node_modules/.cache/rolecall')

/** The nearest folder with a package.json. */
function packageOf(folder: string): string | undefined {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : packageOf(parent)
}
