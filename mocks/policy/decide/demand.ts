import type { AskedRule } from '../call/asked-rule.ts'
import type { Resources } from '../world/resources.ts'

/** One action that a call, or a question, must be allowed, with the rule to meet. */
export interface Demand {
  /** A key of the policy's rules; the operation, where something else than an action of it demands it. */
  action: string
  rule: Pick<AskedRule, 'id' | 'require'> & Partial<Pick<AskedRule, 'text' | 'unnamed'>>
  resources: Resources
  /** Whether a call with its arguments demands it. */
  isCall?: true
  /** What the call hands out, as far as the rule speaks of it. */
  handedOut?: ReadonlySet<string>
  /** What the change of a key states: guards on the action see it. Left out for the call as a whole. */
  change?: { readonly value?: unknown }
}

/** Everything that a question must meet, or why the platform does not offer it. */
export type Demands = { demands: readonly Demand[] } | { notOffered: string }
