import { checkPolicy, type PolicyProblem } from 'rolecall/mocks'
import { superannotate } from 'rolecall/policies'
import { withAt } from './library.ts'

/** Places for one more guard and one more effect. */
export const guardAt = `/guards/${superannotate.guards.length}`
export const effectAt = `/effects/${superannotate.effects.length}`

/** A guard as written in a file. */
export const ownGuard = (on: string, when: unknown, text = 'No.') => ({
  rule: 'OWN-01',
  on: [on],
  when,
  status: 409,
  code: 'invalid_state',
  text,
})

/** A guard that compares one field. */
export const guard = (on: string, field: string, is: unknown = 'x') => ownGuard(on, { field, is })

/** An effect as written in a file. */
export const effect = (on: string, when?: unknown) => ({
  rule: 'OWN-01',
  on: [on],
  ...(when !== undefined && { when }),
  do: { setRole: 'admin', of: 'user' },
})

/** The policy with another value at one place. */
export const withOne = (at: string, value: unknown): unknown => withAt(superannotate, at, value)

/** Problems with fields, found by the check. */
export const fieldProblems = (policy: unknown): readonly PolicyProblem[] =>
  checkPolicy(policy).filter(({ code }) => code === 'unbound_field' || code === 'impossible_value')
