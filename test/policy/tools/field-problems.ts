import { checkPolicy, type PolicyProblem } from 'rolecall/mocks'
import { superannotate } from 'rolecall/policies'
import { withAt } from './library.ts'

/** Where one more guard stands, and one more effect. */
export const guardAt = `/guards/${superannotate.guards.length}`
export const effectAt = `/effects/${superannotate.effects.length}`

/** A guard as a file has it. */
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

/** An effect as a file has it. */
export const effect = (on: string, when?: unknown) => ({
  rule: 'OWN-01',
  on: [on],
  ...(when !== undefined && { when }),
  do: { setRole: 'admin', of: 'user' },
})

/** The policy with something else at a place. */
export const withOne = (at: string, value: unknown): unknown => withAt(superannotate, at, value)

/** What the check finds about fields. */
export const fieldProblems = (policy: unknown): readonly PolicyProblem[] =>
  checkPolicy(policy).filter(({ code }) => code === 'unbound_field' || code === 'impossible_value')
