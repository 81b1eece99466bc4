import type { Policy } from '../../policy/language/policy.ts'
import type { Finding } from '../problem.ts'
import { conditionsIn, type PlacedCondition } from './conditions.ts'
import { domainsIn } from './domains.ts'
import { truthOf } from './truth.ts'

/** Guards that always forbid, and what never comes about because its condition can't hold. */
export const idleConditionProblems = (policy: Policy): readonly Finding[] =>
  conditionsIn(policy).flatMap((placed) => {
    const { of, when, spots } = placed
    // A case that can't hold is never asked: that is told of the case.
    if (of === 'case') return []
    const truth = truthOf(when, domainsIn(policy, spots))
    if (truth === 'never') return [never(placed)]
    return truth === 'always' && of === 'guard' ? [always(placed)] : []
  })

const never = ({ at, of }: PlacedCondition): Finding => ({
  code: 'never_holds',
  pointer: at,
  message: `It can never hold: there is no state in which the ${of} counts.`,
  fix: `Compare what can be so at the same time, or take the ${of} out.`,
})

const always = ({ at }: PlacedCondition): Finding => ({
  code: 'always_holds',
  pointer: at,
  message: 'It always holds: the guard forbids the call in every state, whoever asks.',
  fix: 'Say in which state it is forbidden, or don’t offer it.',
})
