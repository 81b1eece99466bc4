import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execute } from '../package/execute.ts'
import { manifestOf, pathIn } from './installed.ts'
import type { Run } from './runtimes.ts'

/** Vitest, in a simulated page. */
export const inVitest = (environment: 'happy-dom' | 'jsdom'): Run =>
  inTestRunner('vitest', environment, [
    pathIn('vitest', 'vitest.mjs'),
    'run',
    'built/checks',
    '--globals',
    `--environment=${environment}`,
  ])

/** Jest, which runs ESM in contexts of its own, in Node or in a simulated page. */
export const inJest = (environment: 'node' | 'jsdom'): Run =>
  inTestRunner('jest', environment, [
    '--experimental-vm-modules',
    '--no-warnings',
    pathIn('jest', 'bin/jest.js'),
    '--config={ "transform": {}, "testMatch": ["**/built/*.test.js"] }',
    // jsdom alone has no fetch.
    `--env=${environment === 'node' ? 'node' : pathIn('jest-fixed-jsdom', 'index.js')}`,
  ])

function inTestRunner(runner: string, environment: string, args: readonly string[]): Run {
  const host = environment === 'node' ? 'Node' : environment
  return async ({ folder }, addresses) => {
    const report = join(folder, `${runner}-${environment}.json`)
    const env = { CHECKS_ADDRESSES: JSON.stringify(addresses), CHECKS_REPORT: report }
    await execute(process.execPath, args, { cwd: folder, env, timeout: 120_000 })
    const version = environment === 'node' ? '' : ` ${manifestOf(environment).version}`
    return {
      runtime: `${runner} ${manifestOf(runner).version} in ${host}${version}`,
      report: JSON.parse(readFileSync(report, 'utf8')),
    }
  }
}
