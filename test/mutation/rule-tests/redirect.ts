import { join } from 'node:path'
import type { Plugin } from 'vite'

const root = join(import.meta.dirname, '../../..')
const redirected = [
  {
    from: ['test/policy/rules/', 'test/policy/roles.test.ts'],
    source: /^vitest$/,
    to: 'collect.ts',
  },
  { from: ['test/policy/rules/', 'test/support/'], source: /\/mocks\/index\.ts$/, to: 'mocks.ts' },
]

/** Gives the rules' tests a collector for Vitest, and a mock whose policy can be exchanged. */
export const redirectRuleTests = (): Plugin => ({
  name: 'redirect-rule-tests',
  enforce: 'pre',
  resolveId(id, importer = '') {
    const found = redirected.find(
      ({ from, source }) =>
        source.test(id) && from.some((folder) => importer.startsWith(join(root, folder))),
    )
    return found && join(import.meta.dirname, found.to)
  },
})
