import { type AskedRule, askedRule } from '../call/asked-rule.ts'
import type { Call } from '../call/call.ts'
import type { Resources } from '../world/resources.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { Judge } from '../language/judge.ts'
import { allOf, type Outcome } from '../language/outcome.ts'
import { asksOf, withoutRepeats } from './demands.ts'
import { asksToCover, coversRuleOf, handedOutFor, hasCoversLeaf } from './hardened.ts'
import { handOutsOf } from '../effects/hand-outs.ts'
import { faceless, type Hidden } from '../call/hidden.ts'
import { namesIn } from '../call/names.ts'
import type { Question } from '../evaluate/question.ts'
import { ruleToMeet } from '../language/rules.ts'
import { withoutUnseen } from '../call/without-unseen.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** One requirement that a call must meet. */
export interface Demand {
  action: string
  rule: Pick<AskedRule, 'id' | 'require'> & Partial<Pick<AskedRule, 'text' | 'unnamed'>>
  resources: Resources
  /** Whether a call with its arguments demands it. */
  isCall?: true
  handedOut?: ReadonlySet<string>
}

/** Everything that a question must meet, or why the platform does not offer it. */
export type Demands = { demands: readonly Demand[] } | { notOffered: string }

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
  const call = hidden ? { ...asked, resources: faceless(asked, hidden) } : asked
  const found = asksOf(policy, world, call, hidden)
  if ('notOffered' in found) return found
  const demands = withoutRepeats(found.asks).map(
    ({ action, rule = ruleToMeet(policy, action), resources }): Demand => ({
      action,
      rule: askedRule(rule, namesIn(call.operation, resources.team && 'team')),
      resources,
      isCall: true,
    }),
  )
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
  const question: Question = { judge, world, actor, resources }
  if (handedOut) question.handedOut = handedOut
  if (!isCall) return evaluate(question, rule.require)
  question.isCall = isCall
  const outcome = evaluate(question, rule.require)
  return outcome === 'depends' ? 'no' : outcome
}

/** Whether the rules allow the call with the arguments that it has. */
export const decide = (judge: Judge, whole: World, call: Call): Outcome => {
  const world = withoutUnseen(judge.policy, whole, call)
  const found = demandsOfCall(judge, world, call)
  if ('notOffered' in found) return 'no'
  return allOf(found.demands, (demand) => evaluateDemand(judge, world, call.actor, demand))
}
