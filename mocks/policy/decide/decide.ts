import type { Call } from '../call/call.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { allOf, type Outcome } from '../language/outcome.ts'
import type { Demand, Demands } from './demand.ts'
import { breakDown, withoutRepeats } from './demands.ts'
import { asksToCover, coversRuleOf, handedOutFor, hasCoversLeaf } from './hardened.ts'
import { handOutsOf } from '../effects/hand-outs.ts'
import { anonymized, type Hidden } from '../call/hidden.ts'
import type { EvaluationContext } from '../evaluate/context.ts'
import { withoutUnseen } from '../call/without-unseen.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { UserRecord } from '../language/records.ts'

export type { Demand, Demands } from './demand.ts'

/**
 * All demands of the call, or why the platform does not offer it. With `hidden` resources, the demands
 * for every state that they may have: a caller who meets them all is allowed the call in any case.
 */
export const demandsOfCall = (context: PolicyContext, named: Call, hidden?: Hidden): Demands => {
  const { judge, world } = context
  const { policy } = judge
  const call = hidden ? { ...named, resources: anonymized(named, hidden) } : named
  const found = breakDown(context, call, hidden)
  if ('notOffered' in found) return found
  const demands = withoutRepeats(found.demands)
  if (!judge.hardened && !hasCoversLeaf(policy)) return { demands }
  const handOuts = handOutsOf(policy, world, call)
  const covers = judge.hardened
    ? handOuts.map(({ in: scope, resources, permissions }): Demand => ({
        action: call.operation,
        rule: coversRuleOf(policy, scope),
        resources,
        isCall: true,
        handedOut: permissions,
      }))
    : []
  const own = demands.map((demand) =>
    asksToCover(demand.rule.require)
      ? { ...demand, handedOut: handedOutFor(demand.resources, handOuts) }
      : demand,
  )
  return { demands: [...own, ...covers] }
}

/** The context in which the demand's requirement is evaluated. */
export const contextOfDemand = (
  { judge, world }: PolicyContext,
  actor: UserRecord,
  { resources, isCall, properties, handedOut }: Demand,
): EvaluationContext => {
  const context: EvaluationContext = { judge, world, actor, resources }
  if (properties) context.properties = properties
  if (handedOut) context.handedOut = handedOut
  if (isCall) context.isCall = isCall
  return context
}

/** Whether the person meets the demand. */
export const evaluateDemand = (
  context: PolicyContext,
  actor: UserRecord,
  demand: Demand,
): Outcome => {
  const outcome = evaluate(contextOfDemand(context, actor, demand), demand.rule.require)
  return demand.isCall && outcome === 'depends' ? 'no' : outcome
}

/** Whether the rules allow the call with its arguments. */
export const decide = (whole: PolicyContext, call: Call): Outcome => {
  const { judge } = whole
  const world = withoutUnseen(judge.policy, whole.world, call)
  const context = world === whole.world ? whole : { judge, world }
  const found = demandsOfCall(context, call)
  if ('notOffered' in found) return 'no'
  return allOf(found.demands, (demand) => evaluateDemand(context, call.actor, demand))
}
