import { nounOf } from '../../policy/left-open.ts'
import type { Policy } from '../../policy/policy.ts'
import { thingsNeeded } from '../../policy/things-needed.ts'
import type { Finding } from '../problem.ts'
import { spotsOfAction } from './field-spots.ts'
import { leavesOfRule } from './requirements.ts'
import type { Spot } from './spot.ts'

/** Requirements about things that none of the calls which ask for them names: nobody meets them. */
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
    const missing = thingsNeeded(requirement).find(
      (needed) => !spots.some(({ things }) => needed.some((name) => things.has(name))),
    )
    if (missing === undefined) return []
    const operations = [...new Set(spots.map(({ by }) => by))]
    const noun = nounOf(policy, missing[0])
    return [
      {
        code: 'unreachable',
        pointer: at,
        message: `Nobody can meet it: no ${noun} is named by ${operations.join(', ')}.`,
        fix: 'Ask for it in the organization, or about something that the call names.',
      },
    ]
  })
