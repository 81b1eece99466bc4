/**
 * Errors of a policy, which must be fixed before it can be enforced.
 *
 * - `shape`: a value differs from the JSON Schema.
 * - `unknown_…`: a name that neither the policy nor the API has.
 * - `wrong_scope`: the name of a role that is held elsewhere.
 * - `not_assignable`: a default role that is not assignable.
 * - `duplicate_role`, `duplicate_team`: two roles of one place, or two teams, with the same key.
 * - `reserved_team`: a default team that is one of the policy's own teams.
 * - `not_in_document`: a key, name or text that the API's document does not allow.
 * - `too_long`: a name or title of more characters than messages can hold.
 * - `unbound_field`: a field in a condition or a text that is not bound there.
 * - `impossible_value`: a field compared with a value that it never has, or a bound that is not a whole number.
 * - `missing_rule`: an action that is asked and has no rule.
 * - `unreachable_case`: a case of a change that is never asked.
 * - `always_holds`, `never_holds`: a condition that holds in every state, or in none.
 * - `contradictory_bounds`: bounds that no number meets.
 * - `wrong_map`: a key asked entry by entry that is not a map of such entries.
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
  | 'too_long'
  | 'unbound_field'
  | 'impossible_value'
  | 'missing_rule'
  | 'unreachable_case'
  | 'always_holds'
  | 'never_holds'
  | 'contradictory_bounds'
  | 'wrong_map'

/**
 * Warnings about a policy: legal, but probably unintended.
 *
 * - `no_last_case`: a change whose cases do not cover everything, or a call that asks for nothing. It
 *   is denied.
 * - `impossible_body`: a key that every body needs and the policy does not offer, so no call can be made.
 * - `self_promotion`: anybody may give themselves more than they have.
 * - `missing_operation`: an operation is not offered without which others are useless.
 * - `missing_pair`: resources can be listed and not read one by one, or the other way round.
 * - `no_effect`: a source, right, grant, entry or effect that never gives or does anything.
 * - `unanswerable`: an invitation that nobody can accept.
 * - `unknown_team`: a team that not every deployment has.
 * - `wrong_code`, `unpromised_status`: a code or status that the API does not document.
 * - `empty_role`: a role without permissions, whose description does not say why.
 * - `empty_text`: an empty text.
 * - `no_sentence`: a rule that no part of the policy states in a sentence.
 * - `unused_rule`, `unused_permission`: nothing asks it, or no rule requires it.
 * - `never_decisive`: a part that never changes the answer.
 * - `unreachable`: a requirement that no role can meet, or that needs a resource which no call names.
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
  | 'no_sentence'
  | 'unused_rule'
  | 'unused_permission'
  | 'never_decisive'
  | 'unreachable'

/** Every kind of problem with a policy. */
export type PolicyProblemCode = PolicyErrorCode | PolicyWarningCode

/**
 * The severity of a problem. With an `error`, the policy contradicts itself or names something unknown,
 * and can't be enforced. A `warning` is legal, but probably unintended.
 */
export type PolicyProblemSeverity = 'error' | 'warning'

/** One problem with a policy. */
export interface PolicyProblem {
  /** Follows from the code. */
  readonly severity: PolicyProblemSeverity
  readonly code: PolicyProblemCode
  /** The place, as a JSON pointer. */
  readonly pointer: string
  /** What is wrong. */
  readonly message: string
  /** What would be right. */
  readonly fix: string
}

/** A problem as a check finds it. */
export type Finding = Omit<PolicyProblem, 'severity'>

/** The severity of each code. */
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
  too_long: 'error',
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
  no_sentence: 'warning',
  unused_rule: 'warning',
  unused_permission: 'warning',
  never_decisive: 'warning',
  unreachable: 'warning',
}

/** Adds the severity to a finding. */
export const problemOf = (finding: Finding): PolicyProblem => ({
  severity: severities[finding.code],
  ...finding,
})
