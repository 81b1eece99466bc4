import { defineConfig } from 'vitest/config'
import { sourceOfExports } from '../../support/source-of.ts'
import { redirectRuleTests } from '../rule-tests/redirect.ts'

export default defineConfig({
  resolve: { alias: sourceOfExports() },
  plugins: [redirectRuleTests()],
  test: {
    include: [
      'test/mutation/evaluator/proofs.ts',
      'test/policy/*.test.ts',
      'test/policy/tools/{matrix,diff-policies}.test.ts',
      'test/properties/*.test.ts',
      'test/mock/{access,order-of-checks}.test.ts',
      'test/mock/*remedies.test.ts',
      'test/client/{abilities,explain}.test.ts',
    ],
    // The roles are among the rules' tests already; the model plays for minutes.
    exclude: ['test/policy/roles.test.ts', 'test/properties/invariants.test.ts'],
    env: { ROLECALL_PROPERTY_RUNS: '0.05', ROLECALL_PROPERTY_SEED: '1' },
    testTimeout: 30_000,
    // The mutant is the same for all, so the files can share loaded modules.
    isolate: false,
  },
})
