export type Scalar = string | number | boolean | null

/**
 * A fact about the present state of what a call names. Conditions choose between changes, guards and
 * effects; they never grant anything, so unlike requirements they may say `not`.
 *
 * `field` is a dotted path from a bound thing, such as `role.builtIn`, `team.inUse`, `user.inTeam`,
 * `input.teams` or `value`; `next.role`, `next.roleInTeam` and `next.roles.<category>` are the keys of the
 * roles that the call leaves its user with, in the organization and in the team at hand, and its entry. A field that is not there counts as null.
 */
export type Condition =
  | { field: string; is: Scalar | readonly Scalar[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }

/** Every field that the condition speaks of. */
export const fieldsOf = (condition: Condition): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(fieldsOf)
  if ('any' in condition) return condition.any.flatMap(fieldsOf)
  return 'not' in condition ? fieldsOf(condition.not) : [condition.field]
}
