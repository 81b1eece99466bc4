import type { Field } from './fields.ts'

export type Scalar = string | number | boolean | null

/**
 * A fact about whoever calls, what the call states, or the present state of what it names. Conditions
 * choose between changes, guards and effects; they never grant anything, so unlike requirements they
 * may say `not`.
 *
 * - A field that is not there counts as null: a key that the call does not state, a resource that it does
 *   not name, a role that nobody gave. So `{ not: { field: 'input.role', is: null } }` asks for a call
 *   that states a role.
 * - `is` with several values asks for one of them.
 * - A list is whatever one of its items is: `{ field: 'input.permissions', is: 'role:edit' }`.
 * - A map is compared with null alone. Compare one of its entries instead: `actor.teams.support`.
 */
export type Condition =
  | { field: Field; is: Scalar | readonly Scalar[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }

/** Every field that the condition speaks of. */
export const fieldsOf = (condition: Condition): readonly Field[] => {
  if ('all' in condition) return condition.all.flatMap(fieldsOf)
  if ('any' in condition) return condition.any.flatMap(fieldsOf)
  if ('not' in condition) return fieldsOf(condition.not)
  return 'field' in condition ? [condition.field] : []
}
