import { type HoldingsOf, holdingsOf } from './holdings.ts'
import type { Policy } from './policy.ts'

/** How a compiled policy judges: the data, whether hardened mode is on, and what people hold by it. */
export interface Judge {
  readonly policy: Policy
  readonly hardened: boolean
  readonly holdingsOf: HoldingsOf
}

export const judgeOf = (policy: Policy, hardened: boolean): Judge => ({
  policy,
  hardened,
  holdingsOf: holdingsOf(policy),
})
