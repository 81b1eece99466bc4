import { fileURLToPath } from 'node:url'
import type { TestProjectInlineConfiguration, ViteUserConfig } from 'vitest/config'
import { AuthzenCounts } from '../authzen/counts.ts'
import { ClosingLine } from '../support/closing-line.ts'
import { sourceOfExports } from '../support/source-of.ts'

/** Settings of all tiers. A project takes them over by `extends: true`. */
export const tier = {
  resolve: { alias: sourceOfExports() },
  test: {
    testTimeout: 20_000,
    // By default one core stays idle, which is half of a machine with two.
    maxWorkers: '100%',
    // Files share a process and its loaded modules: a process for each takes twice the time.
    isolate: false,
    reporters: ['default', new AuthzenCounts(), new ClosingLine()],
  },
} satisfies ViteUserConfig

/** The share of the laws' cases that `npm test` tries. */
export const firstShare = 1 / 5

/**
 * Laws. `share` is how many of their cases are tried, unless `ROLECALL_PROPERTY_RUNS` says so; `seed` says
 * which, unless `ROLECALL_PROPERTY_SEED` does. A tier that follows another names the share `after` which
 * it begins.
 */
export const laws = (share: number, { seed = 1, after = 0 } = {}) => ({
  include: ['test/properties/**/*.test.ts', 'test/differential/**/*.test.ts'],
  env: { ...cases(share, seed), ROLECALL_PROPERTY_AFTER: String(isOwnChoice ? 0 : after) },
  // Node loads the sources itself: they run faster than Vite's copies, which reach imports through getters.
  experimental: { viteModuleRunner: false },
  execArgv: ['--import', fileURLToPath(new URL('sources.ts', import.meta.url))],
})

/** Whether the caller says how many cases, or which: then each tier tries all of those. */
const isOwnChoice = ['ROLECALL_PROPERTY_RUNS', 'ROLECALL_PROPERTY_SEED'].some(
  (name) => process.env[name] !== undefined,
)

/** The law of the document: 5,000 requests over HTTP, or that share of them. */
export const documented = (share: number, seed = 1) => ({
  include: ['test/document/**/*.test.ts'],
  env: cases(share, seed),
})

const cases = (share: number, seed: number) => ({
  ROLECALL_PROPERTY_RUNS: process.env.ROLECALL_PROPERTY_RUNS ?? String(share),
  ROLECALL_PROPERTY_SEED: process.env.ROLECALL_PROPERTY_SEED ?? String(seed),
})

/** Tests that take seconds each: they start programs, compile, or ask all tables once more. */
export const slow = '**/*.slow.test.ts'

const alone = '*.isolated.test.ts'

/**
 * Two projects of the tests in these folders: files that share a process, and those named for needing
 * one each, because they replace a module or load the sources under other globals.
 */
export function projects(
  name: string,
  folders: readonly string[],
  { plugins = [], test = {} }: Pick<TestProjectInlineConfiguration, 'plugins' | 'test'> = {},
): readonly TestProjectInlineConfiguration[] {
  const files = (pattern: string) => folders.map((folder) => `${folder}/${pattern}`)
  const { exclude = [] } = test
  const apart = { name: `${name}, isolated`, include: files(alone), isolate: true }
  const together = {
    name,
    include: files('*.test.ts'),
    exclude: [`**/${alone}`, ...exclude],
    setupFiles: 'test/tiers/left-as-found.ts',
  }
  return [together, apart].map((own) => ({ extends: true, plugins, test: { ...test, ...own } }))
}
