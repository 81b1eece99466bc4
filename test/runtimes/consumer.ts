import { build } from 'esbuild'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { install, pack } from '../package/pack.ts'

/** A user's project with the packed package, and the checks as code of that project. */
export interface Consumer {
  readonly folder: string
  /** The checks as JavaScript, which import the installed package. */
  readonly command: string
  /** The same with the package bundled in, and without async functions. */
  readonly withoutAsync: string
  /** The same with the package bundled in, for workerd. */
  readonly worker: string
  /** The same for a page; it exports `runChecks`. */
  readonly page: string
  remove(): void
}

/** Packs the package and installs it into an empty project. */
export async function makeConsumer(): Promise<Consumer> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-runtimes-'))
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  await install(await pack(folder), folder)

  cpSync('test/package/consumer', folder, { recursive: true })
  linkTypes(join(folder, 'node_modules'))

  const options = { absWorkingDir: folder, bundle: true, format: 'esm', outdir: 'built' } as const
  await build({
    ...options,
    entryPoints: [
      { in: 'smoke/command.ts', out: 'command' },
      { in: 'smoke/in-test-runner.ts', out: 'checks.test' },
      { in: 'smoke/flight.ts', out: 'flight' },
    ],
    packages: 'external',
    platform: 'node',
  })
  await build({ ...options, entryPoints: ['smoke/worker.ts', 'smoke/run-checks.ts'] })
  // Like Angular's builds: zone.js follows no native async function.
  await build({
    ...options,
    entryPoints: [{ in: 'smoke/command.ts', out: 'without-async' }],
    platform: 'node',
    supported: { 'async-await': false },
  })
  return {
    folder,
    command: join(folder, 'built/command.js'),
    withoutAsync: join(folder, 'built/without-async.js'),
    worker: join(folder, 'built/worker.js'),
    page: join(folder, 'built/run-checks.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Further packages of a consumer with TypeScript and MSW. */
function linkTypes(modules: string): void {
  mkdirSync(join(modules, '@types'))
  for (const name of ['msw', '@types/node']) {
    symlinkSync(resolve('node_modules', name), join(modules, name))
  }
}
