import { describe, expect, test } from 'vitest'
import type { BuiltInPolicy } from '../../mocks/policies/index.ts'
import { compile } from '../../mocks/policy/index.ts'
import { platforms } from '../conformance/platforms.ts'
import { cellAgainst, proofsOf } from './cells.ts'
import { equivalents } from './equivalents.ts'
import { mutantsOf } from './mutants/index.ts'
import { createRuleTester, firstFailure, readRuleTests } from './rule-tests/index.ts'

/**
 * Tests that every mutant of the policy's data is killed: a cell of its tables or a test of its rules
 * fails with it.
 */
export function hunt(name: BuiltInPolicy): void {
  describe(`${name}’s mutants`, async () => {
    const platform = platforms.find(({ policy }) => policy.name === name)
    if (!platform) throw new Error(`${name} has no tables.`)
    const { policy } = platform
    const cells = proofsOf(platform)
    const files = await readRuleTests(name)

    test('each cell holds, and its inversion does not', () => {
      const compiled = compile(policy)
      const objecting = cells.filter(({ objects }) => objects(compiled))
      const silent = cells.filter(({ objects }) => !objects(compiled, undefined, true))
      expect(objecting.map((cell) => cell.name)).toEqual([])
      expect(silent.map((cell) => cell.name)).toEqual([])
      expect(cells).toHaveLength(platform.cells)
    })

    test("the rules' tests run here, and pass", async () => {
      expect(files.flatMap(({ tests }) => tests).length).toBeGreaterThan(100)
      expect(await firstFailure(files, policy)).toBeUndefined()
    })

    test('every mutant is killed, except the equivalent ones', async () => {
      const survivors: string[] = []
      const ruleTestAgainst = createRuleTester(files)
      for (const mutant of mutantsOf(policy)) {
        const killer = cellAgainst(cells, mutant) ?? (await ruleTestAgainst(mutant))
        if (killer === undefined) survivors.push(mutant.id)
      }
      const expected = equivalents[name].flatMap(({ mutants }) => mutants)
      expect(survivors.toSorted()).toEqual(expected.toSorted())
    })
  })
}
