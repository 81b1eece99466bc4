import { defineConfig } from 'vitest/config'
import { markdownFences } from './test/docs/markdown-fences.ts'
import { redirectRuleTests } from './test/mutation/rule-tests/redirect.ts'
import { ClosingLine } from './test/support/closing-line.ts'
import { sourceOfExports } from './test/support/source-of.ts'

const msw2 = [
  { find: /^msw$/, replacement: 'msw2' },
  { find: /^msw\//, replacement: 'msw2/' },
]
const slow = ['test/package/**/*.test.ts', 'test/browser/**/*.test.ts']
const mutation = 'test/mutation/**/*.test.ts'

export default defineConfig({
  resolve: { alias: sourceOfExports() },
  test: {
    testTimeout: 20_000,
    // By default one core is left idle, which is half of a machine with two.
    maxWorkers: '100%',
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts', 'docs/examples/**/*.test.ts'],
          exclude: [...slow, mutation],
        },
      },
      {
        // The same tests on the oldest major of msw that the package supports.
        extends: true,
        resolve: { alias: msw2 },
        test: { name: 'msw 2', include: ['test/msw/**/*.test.ts'] },
      },
      {
        // The TypeScript in what people read.
        extends: true,
        plugins: [markdownFences()],
        test: {
          name: 'docs',
          include: ['README.md', 'docs/guides/*.md'],
          // Its commands are run by test/package/workflows.test.ts.
          exclude: ['docs/guides/other-languages.md'],
        },
      },
      {
        // Asks the tables and the rules' tests of every mutant of the policies.
        extends: true,
        plugins: [redirectRuleTests()],
        test: { name: 'mutation', include: [mutation], testTimeout: 600_000 },
      },
      {
        // What packs, installs or opens a browser takes its time.
        extends: true,
        test: { name: 'package', include: slow, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
})
