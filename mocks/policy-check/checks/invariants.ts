import type { Counted, Invariant, Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { isGivenBy } from './reach.ts'

/** Finds bounds that no count or every count meets, and invariants that have no bound or count nobody. */
export const invariantProblems = (policy: Policy): readonly Finding[] =>
  policy.invariants.flatMap((invariant, index) => {
    const at = pointer('invariants', index)
    return [...boundProblems(invariant, at), ...holdingProblems(policy, invariant.count, at)]
  })

function boundProblems({ atLeast, atMost }: Invariant, at: string): readonly Finding[] {
  if (atLeast === undefined && atMost === undefined) {
    return [
      {
        code: 'never_decisive',
        pointer: at,
        message: 'The invariant bounds nothing: it has neither atLeast nor atMost.',
        fix: 'Add a bound, or remove the invariant.',
      },
    ]
  }
  const parts = [
    ...partProblems('atLeast', atLeast, at),
    ...(typeof atMost === 'number' ? partProblems('atMost', atMost, at) : []),
  ]
  if (parts.length > 0) return parts
  if (typeof atMost !== 'number' || atLeast === undefined || atLeast <= atMost) return []
  return [
    {
      code: 'contradictory_bounds',
      pointer: at + pointer('atLeast'),
      message: `No number is at least ${atLeast} and at most ${atMost}.`,
      fix: `Make atLeast ${atMost} or less, or atMost ${atLeast} or more.`,
    },
  ]
}

/** Checks one bound: counts are whole numbers from 0 on. */
function partProblems(
  name: 'atLeast' | 'atMost',
  bound: number | undefined,
  at: string,
): readonly Finding[] {
  if (bound === undefined) return []
  const where = at + pointer(name)
  if (!Number.isInteger(bound)) {
    return [
      {
        code: 'impossible_value',
        pointer: where,
        message: `${name} is ${bound}, but counts are whole numbers.`,
        fix: `Make it ${Math.floor(bound)} or ${Math.ceil(bound)}.`,
      },
    ]
  }
  if (name === 'atLeast' && bound <= 0) {
    return [
      {
        code: 'never_decisive',
        pointer: where,
        message: `atLeast bounds nothing: every count is at least ${bound}.`,
        fix: 'Make it 1 or more, or remove it.',
      },
    ]
  }
  if (bound >= 0) return []
  return [
    {
      code: 'contradictory_bounds',
      pointer: where,
      message: `No count is at most ${bound}.`,
      fix: 'Make it 0 or more, or remove it.',
    },
  ]
}

/** Reports a permission that nobody can hold where it is counted: the count is always 0. */
function holdingProblems(policy: Policy, counted: Counted, at: string): readonly Finding[] {
  if (!('holding' in counted) || !Object.hasOwn(policy.permissions, counted.holding)) return []
  const { holding, in: where } = counted
  const scope = where === 'organization' ? where : 'team'
  if (isGivenBy(policy, holding, scope)) return []
  const place = scope === 'team' ? 'a team' : 'the organization'
  return [
    {
      code: 'never_decisive',
      pointer: at + pointer('count', 'holding'),
      message: `The invariant counts nobody: no role in ${place} has ${holding}.`,
      fix: `Count a permission that a role in ${place} has, or give one ${holding}.`,
    },
  ]
}
