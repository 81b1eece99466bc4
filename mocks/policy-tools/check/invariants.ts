import type { Invariant, Policy } from '../../policy/policy.ts'
import { pointer } from '../pointer.ts'
import type { Finding } from '../problem.ts'

/** Bounds that no number keeps, and invariants without one. */
export const invariantProblems = ({ invariants }: Policy): readonly Finding[] =>
  invariants.flatMap((invariant, index) => problemsOf(invariant, pointer('invariants', index)))

function problemsOf({ atLeast, atMost }: Invariant, at: string): readonly Finding[] {
  if (atLeast === undefined && atMost === undefined) {
    return [
      {
        code: 'never_decisive',
        pointer: at,
        message: 'It bounds nothing: it has neither atLeast nor atMost.',
        fix: 'Give it a bound, or take it out.',
      },
    ]
  }
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
