import type { Field } from './fields.ts'

export type Scalar = string | number | boolean | null

/**
 * Compares facts about the caller, the call, or the current state of what the call names. Conditions
 * choose among changes, guards and effects. They never grant anything, so unlike requirements they
 * may say `not`.
 *
 * - A missing field counts as null: a key that the call does not state, a resource that it does not
 *   name, a role that nobody assigned. So `{ not: { field: 'input.role', is: null } }` holds for a call
 *   that states a role.
 * - `is` with several values holds if the field has one of them.
 * - A list matches if one of its items does: `{ field: 'input.permissions', is: 'role:edit' }`.
 * - A map can be compared with null only. Compare one of its entries instead: `actor.teams.support`.
 */
export type Condition =
  | { field: Field; is: Scalar | readonly Scalar[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }

/** Every field that the condition compares. */
export const fieldsOf = (condition: Condition): readonly Field[] => {
  if ('all' in condition) return condition.all.flatMap(fieldsOf)
  if ('any' in condition) return condition.any.flatMap(fieldsOf)
  if ('not' in condition) return fieldsOf(condition.not)
  return 'field' in condition ? [condition.field] : []
}
