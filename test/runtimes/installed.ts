import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { execute } from '../package/execute.ts'

const modules = join(import.meta.dirname, 'node_modules')

/** Installs the runtimes and compilers, unless the versions of the lock file are there. */
export async function installRuntimes(): Promise<void> {
  const lock = join(import.meta.dirname, 'package-lock.json')
  const last = join(modules, '.package-lock.json')
  if (existsSync(last) && statSync(last).mtimeMs >= statSync(lock).mtimeMs) return
  await execute('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: import.meta.dirname,
  })
}

/** A path inside an installed package. */
export const pathIn = (name: string, path: string): string => join(modules, name, path)

/** The package.json of an installed package. */
export function manifestOf(name: string): { readonly name: string; readonly version: string } {
  // oxlint-disable-next-line typescript/no-unsafe-return -- Every package has both.
  return JSON.parse(readFileSync(pathIn(name, 'package.json'), 'utf8'))
}
