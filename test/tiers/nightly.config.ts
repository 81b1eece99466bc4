import { defineConfig } from 'vitest/config'
import { laws, tier } from './tier.ts'

const { ROLECALL_PROPERTY_SEED = String(Date.now() % 1_000_000) } = process.env
const ofLaws = laws(5)

/** `npm run test:nightly`: the slowest tests, and those that need more than npm installs. */
export default defineConfig({
  ...tier,
  test: {
    ...tier.test,
    projects: [
      {
        // Other cases each night: a failure prints the seed that repeats it.
        extends: true,
        test: {
          name: 'laws, other cases',
          ...ofLaws,
          env: { ...ofLaws.env, ROLECALL_PROPERTY_SEED },
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
