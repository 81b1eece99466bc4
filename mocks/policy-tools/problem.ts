/**
 * What can be wrong with a policy.
 *
 * Errors:
 * - `shape`: it is not what its JSON Schema says.
 * - `unknown_…`: it names something that neither it nor the API has.
 * - `duplicate_role`: two roles share key, scope and category.
 * - `missing_rule`: an action is asked that no rule speaks of.
 * - `unreachable_case`: a case of a change that is never asked.
 *
 * Warnings:
 * - `no_last_case`: a change whose cases leave something uncovered, which is denied.
 * - `empty_role`: a role has no permissions, and nothing says that this is meant.
 * - `missing_pair`: things can be listed and not got, or got and not listed.
 * - `no_effect`: a source, a right or a grant that can never give anybody anything.
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
  | 'missing_rule'
  | 'unreachable_case'
  | 'no_last_case'
  | 'empty_role'
  | 'missing_pair'
  | 'no_effect'
  | 'unused_rule'
  | 'unused_permission'
  | 'never_decisive'
  | 'unreachable'

/**
 * How bad it is: with an `error`, the policy contradicts itself or names what is not there, and is not
 * enforced; a `warning` is legal, and probably not meant.
 */
export type PolicyProblemSeverity = 'error' | 'warning'

/** One thing that is wrong with a policy. */
export interface PolicyProblem {
  /** Whether it must be mended, or is only probably not meant. It follows from the code. */
  readonly severity: PolicyProblemSeverity
  readonly code: PolicyProblemCode
  /** Where, as a JSON pointer. */
  readonly pointer: string
  /** What is wrong. */
  readonly message: string
  /** What would be right. */
  readonly fix: string
}

/** What a check finds: how bad it is follows from the code. */
export type Finding = Omit<PolicyProblem, 'severity'>

export const severities: Readonly<Record<PolicyProblemCode, PolicyProblemSeverity>> = {
  shape: 'error',
  unknown_permission: 'error',
  unknown_grant: 'error',
  unknown_role: 'error',
  unknown_category: 'error',
  unknown_operation: 'error',
  unknown_key: 'error',
  unknown_action: 'error',
  duplicate_role: 'error',
  missing_rule: 'error',
  unreachable_case: 'error',
  no_last_case: 'warning',
  empty_role: 'warning',
  missing_pair: 'warning',
  no_effect: 'warning',
  unused_rule: 'warning',
  unused_permission: 'warning',
  never_decisive: 'warning',
  unreachable: 'warning',
}

/** The finding with how bad it is. */
export const problemOf = (finding: Finding): PolicyProblem => ({
  severity: severities[finding.code],
  ...finding,
})
