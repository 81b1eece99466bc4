import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execute } from '../package/execute.ts'
import type { Consumer } from './consumer.ts'
import { manifestOf, pathIn } from './installed.ts'

const environments = ['node', pathIn('jest-fixed-jsdom', 'index.js')]

/** Runs the tests of the guide to Jest, in Node and in a simulated page. */
export async function jestGuide({ folder }: Consumer): Promise<string> {
  const cwd = join(folder, 'jest-guide')
  cpSync('docs/examples/jest', cwd, { recursive: true })
  let passed = 0
  for (const environment of environments) {
    const report = join(cwd, 'report.json')
    await execute(
      process.execPath,
      [
        '--experimental-vm-modules',
        '--no-warnings',
        pathIn('jest', 'bin/jest.js'),
        `--env=${environment}`,
        '--json',
        `--outputFile=${report}`,
      ],
      { cwd, timeout: 120_000 },
    )
    const { numPassedTests }: { numPassedTests: number } = JSON.parse(readFileSync(report, 'utf8'))
    passed += numPassedTests
  }
  return `jest ${manifestOf('jest').version}: ${passed} tests of its guide`
}
