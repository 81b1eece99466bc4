import { defineConfig } from 'vitest/config'
import { markdownFences } from './test/docs/markdown-fences.ts'
import { firstShare, laws, projects, slow, tier } from './test/tiers/tier.ts'

const msw2 = [
  { find: /^msw$/, replacement: 'msw2' },
  { find: /^msw\//, replacement: 'msw2/' },
]

/**
 * `npm test`: all that a change can break, in two minutes. What takes longer is in
 * test/tiers/all.config.ts and test/tiers/nightly.config.ts.
 */
export default defineConfig({
  ...tier,
  test: {
    ...tier.test,
    projects: [
      ...projects('node', ['test/**', 'docs/examples/**'], {
        test: {
          exclude: [
            'test/{browser,differential,document,mutation,nightly,package,properties}/**',
            'test/console/*.test.ts',
            'test/policy/texts/**',
            slow,
          ],
        },
      }),
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
          // Without TypeScript that runs by itself: other tests run what they show.
          exclude: [
            'docs/guides/{README,bulk-import,command-line,console,console-tour,front-end,jest,production,proxies}.md',
          ],
        },
      },
      {
        // A fifth of the cases of each law.
        extends: true,
        test: { name: 'laws', ...laws(firstShare) },
      },
      {
        // What the package says of itself, and who imports whom.
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/*.test.ts'],
          exclude: [slow],
          testTimeout: 120_000,
        },
      },
    ],
  },
})
