import { join } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { tier } from '../../tiers/tier.ts'

/** Replaces the `fetch` of the mock's own clients by one through Prism. */
const throughPrism: Plugin = {
  name: 'through-prism',
  enforce: 'pre',
  resolveId: (source) =>
    source.endsWith('/fetch-in-process.ts') ? join(import.meta.dirname, 'through-prism.ts') : null,
}

/** About calls that never leave the process, or break off: a proxy between can't pass them on. */
const inProcess = ['added-coverage', 'coverage', 'in-process-answers', 'levers/forks', 'faults/**']

/** Paths and answers that the document does not have. */
const undescribed = ['base-url']

/** Hundreds of questions each, of which the others have a few. */
const slow = [
  'asking-about-oneself',
  'bounded-work',
  'enforcement-point',
  'lasting-tokens',
  'levers/history',
  'logged-decisions',
  'names',
]

/** The tests of client and mock, with every call of a mock's client through Prism. */
export default defineConfig({
  root: join(import.meta.dirname, '../../..'),
  resolve: tier.resolve,
  plugins: [throughPrism],
  test: {
    ...tier.test,
    include: ['test/{client,mock}/**/*.test.ts'],
    exclude: [
      // They replace the modules that this replaces.
      '**/*.isolated.test.ts',
      ...[...inProcess, ...undescribed, ...slow].map((name) => `test/mock/${name}.test.ts`),
    ],
    // One process: Prism passes requests on to one port.
    fileParallelism: false,
    reporters: ['json'],
  },
})
