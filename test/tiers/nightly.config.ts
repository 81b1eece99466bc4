import { defineConfig } from 'vitest/config'
import { laws, tier } from './tier.ts'

const { ROLECALL_PROPERTY_SEED = String(Date.now() % 1_000_000) } = process.env
const ofLaws = laws(5)

/** `npm run test:nightly`: what takes long beyond reason, or needs what npm does not bring. */
export default defineConfig({
  ...tier,
  test: {
    ...tier.test,
    projects: [
      {
        // Other cases each night: a failure says by which seed they come again.
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
