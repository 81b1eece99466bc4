import type { OperationId } from '../../src/generated/operations.ts'
import type { RuleSource } from '../../src/index.ts'
import type { Quote } from '../policy/language/policy.ts'

/** The rules of a policy, for people to read. */
export interface RulePage {
  /** The policy's name, by which pages are found. */
  readonly policy: string
  /** The platform's title. */
  readonly title: string
  /** The documentation that the rules come from. */
  readonly source: string
  /** The scenario of the examples. */
  readonly scenario: string
  /** The rules of the policy, then those of every platform. */
  readonly rules: readonly RuleOnPage[]
}

/** Everything that a page says of one rule. */
export interface RuleOnPage {
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
  readonly allowed?: Example
  readonly denied?: Example
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

/** A call that somebody of the scenario makes. */
export interface Example {
  /** The caller's e-mail address. */
  readonly as: string
  /** Who that is, from the scenario; empty if it does not say. */
  readonly who: string
  readonly operation: OperationId
  readonly args: readonly unknown[]
  /** What the resource is that the arguments name by its id. */
  readonly about?: string
  /** Whether the mock is in hardened mode. */
  readonly hardened?: true
  /** The scenario, if it is not that of the page. */
  readonly scenario?: string
  readonly refused?: ExampleRefusal
}

/** The refusal of an example. */
export interface ExampleRefusal {
  /** The rule that a decision on it cites: `API` if a hidden resource reads as a missing one. */
  readonly rule: string
  readonly status: number
  readonly code: string
  readonly text: string
  /** The calls that would allow it, in order. */
  readonly calls: readonly { readonly text: string; readonly by: string }[]
  /** The reason why nothing would allow it, if the text does not say it. */
  readonly final?: string
}

/** The anchor of a rule on its page, and the fragment of its URL. */
export const anchorOf = (id: string): string => id.toLowerCase()
