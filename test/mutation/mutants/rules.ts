import type { Policy } from '../../../mocks/policy/index.ts'
import type { Rule } from '../../../mocks/policy/language/policy.ts'
import { leavesOf } from '../../../mocks/policy/language/requirement.ts'
import type { Mutant } from './mutant.ts'
import { variantsOfRequirement } from './trees.ts'

const permissionsIn = ({ require }: Rule): readonly string[] =>
  leavesOf(require).flatMap((leaf) => ('permission' in leaf ? [leaf.permission] : []))

/** Every leaf of every rule dropped, and every `all` and `any` swapped; visibility too. */
export function* mutantsOfRules(policy: Policy): Generator<Mutant> {
  for (const section of ['rules', 'visibility'] as const) {
    for (const [action, rule] of Object.entries(policy[section])) {
      for (const { what, value } of variantsOfRequirement(rule.require)) {
        const mutated = { ...policy[section], [action]: { ...rule, require: value } }
        yield {
          id: `${section}/${action}: ${what}`,
          policy: { ...policy, [section]: mutated },
          rule: rule.id,
          words: [action, ...permissionsIn(rule)],
        }
      }
    }
  }
}
