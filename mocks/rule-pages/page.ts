import type { OperationId } from '../../src/generated/operations.ts'
import type { StatedRule } from '../rulebook/stated-rule.ts'

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
export interface RuleOnPage extends StatedRule {
  readonly allowed?: Example
  readonly denied?: Example
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
