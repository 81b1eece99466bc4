import { isOperation } from '../../policy/world/operations.ts'
import { canHandOut, nounOf } from '../../policy/index.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { resourcesNeeded } from '../../policy/call/resources-needed.ts'
import type { Finding } from '../problem.ts'
import { spotsOfAction } from './field-spots.ts'
import { leavesOfRule } from './requirements.ts'
import type { Spot } from './spot.ts'

/**
 * Requirements about resources that none of the calls which ask for them names: nobody meets them. And
 * those about what is handed out, where no such call hands out anything: everybody meets them.
 */
export const unnamedProblems = (policy: Policy): readonly Finding[] => {
  const seen = new Set(Object.values(policy.kinds).map(({ see }) => see))
  return Object.keys(policy.rules).flatMap((action) => {
    const spots = spotsOfAction(policy, action)
    // What makes artifacts seen is asked of each, without a call.
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
    const who = isCovers ? 'Only a call that hands out nothing meets it' : 'Nobody can meet it'
    const noun = nounOf(policy, missing[0])
    return [
      {
        code: 'unreachable',
        pointer: at,
        message: `${who}: no ${noun} is named by ${operations.join(', ')}.`,
        fix: 'Ask for it in the organization, or about something that the call names.',
      },
    ]
  })

const met = (at: string, operations: readonly string[]): Finding => ({
  code: 'never_decisive',
  pointer: at,
  message: `Everybody meets it: nothing is handed out by ${operations.join(', ')}.`,
  fix: 'Ask for a permission, or take it out.',
})
