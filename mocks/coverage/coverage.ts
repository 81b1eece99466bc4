import type { OperationId } from '../../src/generated/operations.ts'

/** How much of a policy was seen allowed and denied. Plain data. */
export interface Coverage {
  readonly format: 'rolecall-coverage/1'
  readonly policy: CoveredPolicy
  /** The operations that the policy offers, in the order of the API. */
  readonly operations: readonly OperationCoverage[]
  /** Operations that the platform does not offer. They don't count. */
  readonly notOffered: readonly OperationId[]
  /** Rules, guards and invariants, by id. */
  readonly rules: readonly RuleCoverage[]
  /** The single requirements of the rules, in the order of the policy. */
  readonly leaves: readonly LeafCoverage[]
  readonly totals: CoverageTotals
}

export interface CoveredPolicy {
  readonly name: string
  readonly title: string
  /** The same for equal policies. */
  readonly digest: string
}

/** The calls of an operation. */
export interface OperationCoverage {
  readonly operation: OperationId
  /** Calls that succeeded. */
  readonly allowed: number
  /** Calls that the policy denied: 403, or 404 for something hidden. */
  readonly denied: number
  /** Left out if both can be seen. With `allowed`, its rules deny it to no member. */
  readonly only?: 'allowed' | 'denied'
}

/** The decisions by all rules, guards and invariants of one id. */
export interface RuleCoverage {
  readonly rule: string
  /** The sentence of the first rule with this id. */
  readonly text: string
  /** Where the policy has the id, as JSON pointers. */
  readonly at: readonly string[]
  /** How often a rule allowed, or a guard or an invariant let pass. */
  readonly allowed: number
  /** How often a rule denied, or a guard or an invariant refused. */
  readonly denied: number
  readonly only?: 'allowed' | 'denied'
}

/** One requirement within a rule, such as one permission in one place. */
export interface LeafCoverage {
  /** Its JSON pointer into the policy. */
  readonly at: string
  /** The id of its rule. */
  readonly rule: string
  /** The requirement in words: `“Manage users” (admin:manage_users) in team Admin`. */
  readonly text: string
  readonly met: number
  readonly unmet: number
  readonly only?: 'met' | 'unmet'
}

export interface CoverageTotals {
  readonly operations: CoverageTotal
  readonly rules: CoverageTotal
  readonly leaves: CoverageTotal
}

/** How many of the rows were seen with each outcome, of those that can have it. */
export interface CoverageTotal {
  readonly allowed: SeenOf
  readonly denied: SeenOf
  /** The same as a sentence: `12 of 40 seen allowed, 3 of 38 seen denied`. */
  readonly text: string
}

export interface SeenOf {
  readonly seen: number
  readonly of: number
}
