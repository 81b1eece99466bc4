import type { RuleSource } from '../../src/index.ts'
import type { Quote } from '../policy/language/policy.ts'

/** Everything that a policy says of one rule. */
export interface StatedRule {
  readonly id: string
  /** The rule in one sentence; empty if the policy has none. */
  readonly text: string
  /** Left out if the policy does not say. */
  readonly origin?: RuleSource['origin']
  /** What a reader needs to know of a rule of every platform. */
  readonly more?: string
  readonly quotes: readonly Quote[]
  /** How the policy reads what the documentation leaves open. */
  readonly readings: readonly string[]
  readonly asks: readonly Asking[]
  readonly refusals: readonly Refusing[]
}

/** A call, or an action that is asked without one, and what it needs by the rule. */
export interface Asking {
  readonly call: string
  /** The parts of the call; empty for all of it. */
  readonly parts: readonly string[]
  readonly needs: string
  readonly origin: RuleSource['origin']
}

/** What refuses by a rule that nobody can meet by getting more rights. */
export interface Refusing {
  readonly by: 'guard' | 'invariant' | 'role' | 'sight' | 'hardened mode'
  /** The calls that it refuses: operations and actions; empty for all. */
  readonly on: readonly string[]
  readonly status: number
  readonly code: string
  readonly text: string
}
