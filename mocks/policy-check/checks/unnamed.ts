import { isOperation } from '../../policy/world/operations.ts'
import { canHandOut, nounOf } from '../../policy/index.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { resourcesNeeded } from '../../policy/call/resources-needed.ts'
import type { Finding } from '../problem.ts'
import { spotsOfAction } from './field-spots.ts'
import { leavesOfRule } from '../../policy/language/placed.ts'
import type { Spot } from './spot.ts'

/**
 * Finds requirements about a resource that no call names which asks them: nobody can meet them. And
 * requirements to cover what is handed out, on calls that hand out nothing: everybody meets them.
 */
export const unnamedProblems = (policy: Policy): readonly Finding[] => {
  const seen = new Set(Object.values(policy.kinds).map(({ see }) => see))
  return Object.keys(policy.rules).flatMap((action) => {
    const spots = spotsOfAction(policy, action)
    // Visibility is asked about each artifact, without a call.
    return spots.length === 0 || seen.has(action) ? [] : unnamedIn(policy, action, spots)
  })
}

const unnamedIn = (policy: Policy, action: string, spots: readonly Spot[]): readonly Finding[] =>
  leavesOfRule(policy, action).flatMap(({ at, requirement }) => {
    const operations = [...new Set(spots.map(({ by }) => by))].filter(isOperation)
    const isCovers = 'covers' in requirement
    if (isCovers && !operations.some((operation) => canHandOut(policy, operation))) {
      return [met(at, operations)]
    }
    const missing = resourcesNeeded(requirement).find(
      (needed) => !spots.some(({ resources }) => needed.some((name) => resources.has(name))),
    )
    if (missing === undefined) return []
    const who = isCovers
      ? 'Only a call that hands out nothing can meet this requirement'
      : 'Nobody can meet this requirement'
    const noun = nounOf(policy, missing[0])
    return [
      {
        code: 'unreachable',
        pointer: at,
        message: `${who}: no ${noun} is named by ${operations.join(', ')}.`,
        fix: 'Require it in the organization, or on a resource that the call names.',
      },
    ]
  })

const met = (at: string, operations: readonly string[]): Finding => ({
  code: 'never_decisive',
  pointer: at,
  message: `Everybody meets this requirement: nothing is handed out by ${operations.join(', ')}.`,
  fix: 'Require a permission, or remove it.',
})
