import { type ActionGuard, guardsByAction } from './guards.ts'
import { type HoldingsOf, holdingsOf } from './holdings.ts'
import { type OpenRulesOf, openRulesOf } from './open.ts'
import type { Policy } from './policy.ts'
import { type VisibleKind, visibleKinds } from './visibility.ts'

/** How a compiled policy judges: the data, and what was made ready of it to be asked. */
export interface Judge {
  readonly policy: Policy
  /** Whether nobody may hand out a permission that they do not hold there. */
  readonly hardened: boolean
  readonly holdingsOf: HoldingsOf
  readonly guardsOn: ReadonlyMap<string, readonly ActionGuard[]>
  readonly openRulesOf: OpenRulesOf
  readonly visibleKinds: readonly VisibleKind[]
}

export const judgeOf = (policy: Policy, hardened: boolean): Judge => ({
  policy,
  hardened,
  holdingsOf: holdingsOf(policy),
  guardsOn: guardsByAction(policy),
  openRulesOf: openRulesOf(policy, hardened),
  visibleKinds: visibleKinds(policy),
})
