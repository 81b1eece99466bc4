import { defineConfig } from 'vitest/config'
import { redirectRuleTests } from '../mutation/rule-tests/redirect.ts'
import { fromPackage } from '../package/packed/from-package.ts'
import { documented, firstShare, laws, projects, slow, tier } from './tier.ts'

const install = 'test/package/packed/install.ts'

/** `npm run test:all`: slower tests, and those that open a browser, beside `npm test`. */
export default defineConfig({
  ...tier,
  test: {
    ...tier.test,
    projects: [
      {
        extends: true,
        test: { name: 'laws, other cases', ...laws(1, { after: firstShare }) },
      },
      {
        extends: true,
        test: { name: 'requests', ...documented(1), testTimeout: 300_000 },
      },
      {
        // Every text of a denial, of thousands of calls under each policy.
        extends: true,
        test: { name: 'texts', include: ['test/policy/texts/*.test.ts'], testTimeout: 300_000 },
      },
      {
        // Asks the tables and the rules' tests of every mutant of the policies.
        extends: true,
        plugins: [redirectRuleTests()],
        test: {
          name: 'mutants',
          include: ['test/mutation/**/*.test.ts'],
          // Each collects the rules' tests as they load.
          isolate: true,
          testTimeout: 600_000,
        },
      },
      {
        // Programs that are started, what TypeScript says, and the tables of the policies through MSW.
        extends: true,
        test: { name: 'slow', include: [`test/${slow}`], testTimeout: 60_000 },
      },
      {
        // The package as npm packs it, in a user's project.
        extends: true,
        test: {
          name: 'packed',
          include: ['test/package/packed/*.test.ts'],
          globalSetup: install,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      // The tests of the package's purposes, on its build instead of the sources.
      ...projects('packed code', ['test/{client,mock,msw,server}/**'], {
        plugins: [fromPackage()],
        test: { globalSetup: install },
      }),
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // The console's views, by their accessible names.
        extends: true,
        test: {
          name: 'console',
          include: ['test/console/*.test.ts'],
          globalSetup: 'test/console/setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Pages take their time while other tests run.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
})
