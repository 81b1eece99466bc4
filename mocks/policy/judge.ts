import { type CoversRuleOf, coversRuleOf, hasCoversLeaf } from './covers-rule.ts'
import { type Denials, denialsByState } from './denials.ts'
import { type ActionGuard, guardsByAction, guardsOnCallers } from './action-guards.ts'
import { type HoldingsOf, holdingsOf } from './holdings.ts'
import { shiftingOperations } from './case-fields.ts'
import { type SeenBy, seenBy } from './seen.ts'
import { type OpenRulesOf, openRulesOf } from './open-rules.ts'
import type { Guard, Policy } from './policy.ts'
import { type VisibleKind, visibleKinds } from './visible-kinds.ts'

/** How a compiled policy judges: the data, and what was made ready of it to be asked. */
export interface Judge {
  readonly policy: Policy
  /** Whether nobody may hand out a permission that they do not hold there. */
  readonly hardened: boolean
  readonly coversRuleOf: CoversRuleOf
  /** Whether a rule of the policy's own speaks of what is handed out. */
  readonly hasCoversLeaf: boolean
  readonly holdingsOf: HoldingsOf
  readonly denials: Denials
  readonly guardsOn: ReadonlyMap<string, readonly ActionGuard[]>
  /** The guards on each operation that depend on none of its arguments. */
  readonly guardsOnCallers: ReadonlyMap<string, readonly Guard[]>
  readonly openRulesOf: OpenRulesOf
  /** Operations that may ask something else once somebody’s roles have changed. */
  readonly shiftingOperations: ReadonlySet<string>
  readonly visibleKinds: readonly VisibleKind[]
  readonly seenBy: SeenBy
}

export const judgeOf = (policy: Policy, hardened: boolean): Judge => {
  const judge: Judge = {
    policy,
    hardened,
    coversRuleOf: coversRuleOf(policy),
    hasCoversLeaf: hasCoversLeaf(policy),
    holdingsOf: holdingsOf(policy),
    denials: denialsByState(),
    guardsOn: guardsByAction(policy),
    guardsOnCallers: guardsOnCallers(policy),
    openRulesOf: openRulesOf(policy, hardened),
    shiftingOperations: shiftingOperations(policy),
    visibleKinds: visibleKinds(policy),
    seenBy: (world, actor) => seen(world, actor),
  }
  const seen = seenBy(judge)
  return judge
}
