import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isRecord } from '../../../../src/core/base/kind-of.ts'

/** The folder of the built console; undefined if this code was bundled into another program. */
export function consoleFolder(): string | undefined {
  const root = packageOf(import.meta.dirname)
  return root === undefined ? undefined : join(root, 'dist/console')
}

/** The folder of this package, from one inside of it: that of the sources, or that of the build. */
function packageOf(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined
  const manifest = join(folder, 'package.json')
  if (existsSync(manifest)) return isOwn(manifest) ? folder : undefined
  const parent = dirname(folder)
  return parent === folder ? undefined : packageOf(parent)
}

function isOwn(path: string): boolean {
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return isRecord(manifest) && manifest.name === 'rolecall'
}
