export type Scalar = string | number | boolean | null

/**
 * A fact about the present state of what a call names. Conditions choose between changes, guards and
 * effects; they never grant anything, so unlike requirements they may say `not`.
 *
 * `field` is a dotted path from a bound thing, such as `role.builtIn`, `team.inUse`, `user.inTeam`,
 * `input.teams` or `value`. One that is not there counts as null.
 */
export type Condition =
  | { field: string; is: Scalar | readonly Scalar[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
