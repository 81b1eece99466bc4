/**
 * The tests that Stryker runs against each mutant of the evaluator: every cell, then the tests of every
 * rule, in one process.
 */
import { describe, expect, test } from 'vitest'
import { policies } from '../../../mocks/policies/index.ts'
import { compile } from '../../../mocks/policy/index.ts'
import { platforms } from '../../conformance/platforms.ts'
import { proofsOf } from '../cells.ts'
import { firstFailure, readRuleTests } from '../rule-tests/index.ts'

describe.each(platforms)('$policy.name', (platform) => {
  test('cells', () => {
    const { policy } = platform
    const compiled = compile(policy)
    const wrong = proofsOf(platform).find(({ objects }) => objects(compiled))
    expect(wrong?.name).toBeUndefined()
  })
})

for (const policy of Object.values(policies)) {
  const files = await readRuleTests(policy.name)
  test.each(files)('$name', async (file) => {
    expect(await firstFailure([file], policy)).toBeUndefined()
  })
}
