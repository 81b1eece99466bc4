import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { execute } from './execute.ts'

/** The packages of a folder that has its own package.json and lock file. */
export interface Tools {
  /** Installs them, unless the versions of the lock file are there. */
  install(): Promise<void>
  /** A path inside an installed package. */
  pathIn(name: string, path: string): string
  /** The package.json of an installed package. */
  manifestOf(name: string): { readonly name: string; readonly version: string }
}

/** The packages of a folder. Nothing is installed before `install()`. */
export function toolsIn(folder: string): Tools {
  const modules = join(folder, 'node_modules')
  const pathIn = (name: string, path: string) => join(modules, name, path)
  return {
    async install() {
      const lock = join(folder, 'package-lock.json')
      const last = join(modules, '.package-lock.json')
      if (existsSync(last) && statSync(last).mtimeMs >= statSync(lock).mtimeMs) return
      const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
      await execute('npm', ['ci', '--prefer-offline', ...quiet], { cwd: folder })
    },
    pathIn,
    manifestOf: (name) => JSON.parse(readFileSync(pathIn(name, 'package.json'), 'utf8')),
  }
}
