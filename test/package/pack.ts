import { join, resolve } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { execute } from './execute.ts'

const quiet = ['--no-audit', '--no-fund', '--loglevel=error']

/**
 * Packs the package into the folder, with a new build. With `ROLECALL_TARBALL` nothing is built: it
 * names a packed tarball, which all tests share.
 *
 * @returns The path of the tarball.
 */
export async function pack(folder: string): Promise<string> {
  const { ROLECALL_TARBALL } = process.env
  if (ROLECALL_TARBALL) return resolve(ROLECALL_TARBALL)
  await execute('npm', ['pack', ...quiet, '--pack-destination', folder])
  return join(folder, `${manifest.name}-${manifest.version}.tgz`)
}

/** Installs a tarball into a project. */
export async function install(tarball: string, folder: string): Promise<void> {
  await execute('npm', ['install', '--prefer-offline', ...quiet, tarball], { cwd: folder })
}
