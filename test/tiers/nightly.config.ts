import { defineConfig } from 'vitest/config'
import { documented, laws, tier } from './tier.ts'

/** `npm run test:nightly`: the slowest tests, and those that need more than npm installs. */
export default defineConfig({
  ...tier,
  test: {
    ...tier.test,
    projects: [
      {
        // Other cases each night: a failure prints the seed that repeats it.
        extends: true,
        test: { name: 'laws, cases of the night', ...laws(5, { seed: Date.now() % 1_000_000 }) },
      },
      {
        // A million requests.
        extends: true,
        test: {
          name: 'requests of the night',
          ...documented(200, Date.now() % 1_000_000),
          testTimeout: 6 * 60 * 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'nightly',
          include: ['test/nightly/**/*.test.ts'],
          testTimeout: 6 * 60 * 60_000,
        },
      },
    ],
  },
})
