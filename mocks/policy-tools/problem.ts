/**
 * What can be wrong with a policy.
 *
 * - `shape`: it is not what its JSON Schema says.
 * - `unknown_…`: it names something that neither it nor the API has.
 * - `duplicate_role`: two roles share key, scope and category.
 * - `empty_role`: a role has no permissions, and nothing says that this is meant.
 * - `missing_rule`: an action is asked that no rule speaks of.
 * - `unused_rule`, `unused_permission`: nothing asks for it.
 * - `never_decisive`: part of a requirement that never changes the answer.
 * - `unreachable`: a requirement that no role can meet.
 */
export type PolicyProblemCode =
  | 'shape'
  | 'unknown_permission'
  | 'unknown_grant'
  | 'unknown_role'
  | 'unknown_category'
  | 'unknown_operation'
  | 'unknown_key'
  | 'unknown_action'
  | 'duplicate_role'
  | 'empty_role'
  | 'missing_rule'
  | 'unused_rule'
  | 'unused_permission'
  | 'never_decisive'
  | 'unreachable'

/** One thing that is wrong with a policy. */
export interface PolicyProblem {
  readonly code: PolicyProblemCode
  /** Where, as a JSON pointer. */
  readonly pointer: string
  /** What is wrong. */
  readonly message: string
  /** What would be right. */
  readonly fix: string
}

const warnings: readonly PolicyProblemCode[] = [
  'empty_role',
  'unused_rule',
  'unused_permission',
  'never_decisive',
  'unreachable',
]

/** Whether a policy with such a problem can be enforced all the same. */
export const isWarning = (code: PolicyProblemCode): boolean => warnings.includes(code)
