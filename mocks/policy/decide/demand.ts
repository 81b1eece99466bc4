import type { AskedRule } from '../call/asked-rule.ts'
import type { QuestionProperties } from '../language/question-properties.ts'
import type { Resources } from '../world/resources.ts'

/** An action that must be allowed, with the rule to meet. */
export interface Demand {
  /** A key of the policy's rules. The operation, for a demand of hardened mode or of a missing case. */
  action: string
  rule: Pick<AskedRule, 'id' | 'require'> & Partial<Pick<AskedRule, 'text' | 'unnamed'>>
  resources: Resources
  /** Whether a call with known arguments demands it. */
  isCall?: true
  /** The properties that an authorization question states. */
  properties?: QuestionProperties
  /** The permissions that the call hands out, for a rule that asks to cover them. */
  handedOut?: ReadonlySet<string>
  /** The change of a key, which guards on the action read. Left out for the whole call. */
  change?: { readonly value?: unknown }
}

/** All demands of a question, or why the platform does not offer it. */
export type Demands = { demands: readonly Demand[] } | { notOffered: string }
