import type { Policy } from '../../policy/language/policy.ts'
import type { Finding } from '../problem.ts'
import { conditionsIn, type PlacedCondition } from './conditions.ts'
import { domainsIn } from './domains.ts'
import { truthOf } from './truth.ts'

/** Finds guards that always apply, and guards, effects and sources that never do. */
export const idleConditionProblems = (policy: Policy): readonly Finding[] =>
  conditionsIn(policy).flatMap((placed) => {
    const { of, when, spots } = placed
    // Another check reports cases that are never asked.
    if (of === 'case') return []
    const truth = truthOf(when, domainsIn(policy, spots))
    if (truth === 'never') return [never(placed)]
    return truth === 'always' && of === 'guard' ? [always(placed)] : []
  })

const never = ({ at, of }: PlacedCondition): Finding => ({
  code: 'never_holds',
  pointer: at,
  message: `The ${of} never applies: its condition holds in no state.`,
  fix: `Compare values that are possible together, or remove the ${of}.`,
})

const always = ({ at }: PlacedCondition): Finding => ({
  code: 'always_holds',
  pointer: at,
  message: 'The guard always applies: its condition holds in every state, whoever calls.',
  fix: 'Say in which state the call is refused, or don’t offer it.',
})
