import { defineConfig } from 'vitest/config'
import { sourceOfExports } from '../../support/source-of.ts'
import { redirectRuleTests } from '../rule-tests/redirect.ts'

/** Laws that hold in a few cases as in many. */
const laws = ['open-questions', 'monotone', 'several-entries', 'one-answer', 'remedies-are-sound']

export default defineConfig({
  resolve: { alias: sourceOfExports() },
  plugins: [redirectRuleTests()],
  test: {
    include: [
      'test/mutation/evaluator/proofs.ts',
      'test/policy/*.test.ts',
      ...laws.map((law) => `test/properties/${law}.test.ts`),
    ],
    exclude: ['test/policy/roles.test.ts'],
    env: { ROLECALL_PROPERTY_RUNS: '0.05', ROLECALL_PROPERTY_SEED: '1' },
    testTimeout: 60_000,
  },
})
