import type { Call } from '../call/call.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { Judge } from '../language/judge.ts'
import { allOf, type Outcome } from '../language/outcome.ts'
import type { Demand, Demands } from './demand.ts'
import { breakDown, withoutRepeats } from './demands.ts'
import { asksToCover, coversRuleOf, handedOutFor, hasCoversLeaf } from './hardened.ts'
import { handOutsOf } from '../effects/hand-outs.ts'
import { anonymized, type Hidden } from '../call/hidden.ts'
import type { EvaluationContext } from '../evaluate/context.ts'
import { withoutUnseen } from '../call/without-unseen.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

export type { Demand, Demands } from './demand.ts'

/**
 * Everything that the call must meet, or why the platform does not offer it. With what is hidden, it is
 * all that it may have to meet, whatever that is: whoever meets it is allowed the call.
 */
export const demandsOfCall = (
  judge: Judge,
  world: World,
  asked: Call,
  hidden?: Hidden,
): Demands => {
  const { policy } = judge
  const call = hidden ? { ...asked, resources: anonymized(asked, hidden) } : asked
  const found = breakDown(policy, world, call, hidden)
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

export const evaluateDemand = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { rule, resources, isCall, handedOut }: Demand,
): Outcome => {
  const context: EvaluationContext = { judge, world, actor, resources }
  if (handedOut) context.handedOut = handedOut
  if (!isCall) return evaluate(context, rule.require)
  context.isCall = isCall
  const outcome = evaluate(context, rule.require)
  return outcome === 'depends' ? 'no' : outcome
}

/** Whether the rules allow the call with the arguments that it has. */
export const decide = (judge: Judge, whole: World, call: Call): Outcome => {
  const world = withoutUnseen(judge.policy, whole, call)
  const found = demandsOfCall(judge, world, call)
  if ('notOffered' in found) return 'no'
  return allOf(found.demands, (demand) => evaluateDemand(judge, world, call.actor, demand))
}
