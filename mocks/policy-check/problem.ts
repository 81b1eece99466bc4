/**
 * What can be wrong with a policy, and must be mended.
 *
 * - `shape`: it is not what its JSON Schema says.
 * - `unknown_…`: it names something that neither it nor the API has.
 * - `wrong_scope`: it names a role that is held somewhere else.
 * - `not_assignable`: its default role is one that nobody can be given.
 * - `duplicate_role`, `duplicate_team`: two share their key, and where they are.
 * - `reserved_team`: everyone who signs up would join a team of the policy's own.
 * - `not_in_document`: a key or name that the API's document takes for none.
 * - `unbound_field`: a condition or a text speaks of what is not there in that place.
 * - `impossible_value`: a field is compared with what it never is, or a count with no whole number.
 * - `missing_rule`: an action is asked that no rule speaks of.
 * - `unreachable_case`: a case of a change that is never asked.
 * - `always_holds`, `never_holds`: a condition that the state can't change.
 * - `contradictory_bounds`: bounds that no number keeps.
 * - `wrong_map`: what is asked of each entry of a key that is no such map.
 */
export type PolicyErrorCode =
  | 'shape'
  | 'unknown_permission'
  | 'unknown_grant'
  | 'unknown_role'
  | 'unknown_category'
  | 'unknown_kind'
  | 'unknown_operation'
  | 'unknown_key'
  | 'unknown_action'
  | 'wrong_scope'
  | 'not_assignable'
  | 'duplicate_role'
  | 'duplicate_team'
  | 'reserved_team'
  | 'not_in_document'
  | 'unbound_field'
  | 'impossible_value'
  | 'missing_rule'
  | 'unreachable_case'
  | 'always_holds'
  | 'never_holds'
  | 'contradictory_bounds'
  | 'wrong_map'

/**
 * What is legal in a policy, and probably not meant.
 *
 * - `no_last_case`: a change whose cases leave something uncovered, or a call that asks for nothing;
 *   it is denied.
 * - `impossible_body`: a key that every body needs is not offered, so that no call can be made.
 * - `self_promotion`: anybody may give themselves more than they have.
 * - `missing_operation`: one without which others are of no use is not offered.
 * - `missing_pair`: resources can be listed and not got, or got and not listed.
 * - `no_effect`: a source, a right, a grant, an entry or an effect that can never give or do anything.
 * - `unanswerable`: an invitation that nobody can accept.
 * - `unknown_team`: a team that not every deployment has.
 * - `wrong_code`, `unpromised_status`: what the API does not answer with.
 * - `empty_role`: a role has no permissions, and nothing says that this is meant.
 * - `empty_text`: a text that says nothing.
 * - `unused_rule`, `unused_permission`: nothing asks for it.
 * - `never_decisive`: what never changes the answer.
 * - `unreachable`: a requirement that no role can meet, or about what no call that asks for it names.
 */
export type PolicyWarningCode =
  | 'no_last_case'
  | 'impossible_body'
  | 'self_promotion'
  | 'missing_operation'
  | 'unanswerable'
  | 'unknown_team'
  | 'wrong_code'
  | 'unpromised_status'
  | 'empty_role'
  | 'missing_pair'
  | 'no_effect'
  | 'empty_text'
  | 'unused_rule'
  | 'unused_permission'
  | 'never_decisive'
  | 'unreachable'

/** What can be wrong with a policy. */
export type PolicyProblemCode = PolicyErrorCode | PolicyWarningCode

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

/** How bad each of them is. */
export const severities: Readonly<
  Record<PolicyErrorCode, 'error'> & Record<PolicyWarningCode, 'warning'>
> = {
  shape: 'error',
  unknown_permission: 'error',
  unknown_grant: 'error',
  unknown_role: 'error',
  unknown_category: 'error',
  unknown_kind: 'error',
  unknown_operation: 'error',
  unknown_key: 'error',
  unknown_action: 'error',
  wrong_scope: 'error',
  not_assignable: 'error',
  duplicate_role: 'error',
  duplicate_team: 'error',
  reserved_team: 'error',
  not_in_document: 'error',
  unbound_field: 'error',
  impossible_value: 'error',
  missing_rule: 'error',
  unreachable_case: 'error',
  always_holds: 'error',
  never_holds: 'error',
  contradictory_bounds: 'error',
  wrong_map: 'error',
  no_last_case: 'warning',
  impossible_body: 'warning',
  self_promotion: 'warning',
  missing_operation: 'warning',
  unanswerable: 'warning',
  unknown_team: 'warning',
  wrong_code: 'warning',
  unpromised_status: 'warning',
  empty_role: 'warning',
  missing_pair: 'warning',
  no_effect: 'warning',
  empty_text: 'warning',
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
