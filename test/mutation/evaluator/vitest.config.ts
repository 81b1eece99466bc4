import { defineConfig } from 'vitest/config'
import { sourceOfExports } from '../../support/source-of.ts'
import { redirectRuleTests } from '../rule-tests/redirect.ts'

export default defineConfig({
  resolve: { alias: sourceOfExports() },
  plugins: [redirectRuleTests()],
  test: {
    include: ['test/mutation/evaluator/proofs.ts', 'test/policy/*.test.ts'],
    exclude: ['test/policy/roles.test.ts'],
    testTimeout: 60_000,
  },
})
