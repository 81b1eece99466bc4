import type { Call, Things } from './call.ts'
import { evaluate } from './evaluate.ts'
import type { Judge } from './judge.ts'
import { allOf, type Outcome } from './outcome.ts'
import type { Policy, Rule } from './policy.ts'
import { type Ask, asksOf } from './asks.ts'
import type { CoversRequirement, Requirement } from './requirement.ts'
import type { UserRecord, World } from './world.ts'

/** One requirement that a call must meet. */
export interface Demand {
  action: string
  rule: Rule
  things: Things
  handedOut?: ReadonlySet<string>
}

/** Everything that a question must meet, or why the platform does not offer it. */
export type Demands = { demands: readonly Demand[] } | { notOffered: string }

/** The rule of an action. */
export const ruleOf = (policy: Policy, action: string): Rule | undefined =>
  Object.hasOwn(policy.rules, action) ? policy.rules[action] : undefined

/** The rule of an action that a policy asks; one without is a fault of the policy. */
export const requiredRule = (policy: Policy, action: string): Rule => {
  const rule = ruleOf(policy, action)
  if (!rule) throw new Error(`Policy ${policy.name} has no rule for ${action}: add it to rules.`)
  return rule
}

/** Who hands out permissions must hold them in the scope, or in the wider one that the policy names. */
const coversRequirement = (policy: Policy, scope: 'team' | 'project' | 'organization') => {
  const wider = policy.hardened?.wider
  const covers = (where: CoversRequirement['in']): Requirement => ({
    covers: 'handed_out',
    in: where,
  })
  const parts = [
    ...(scope === 'organization' && wider ? [] : [covers(scope)]),
    ...(wider ? [covers(wider)] : []),
  ]
  return { any: parts }
}

const demandsOf = ({ policy, hardened }: Judge, ask: Ask): readonly Demand[] => {
  const { action, things, handsOut } = ask
  const demand = { action, rule: requiredRule(policy, action), things }
  if (!hardened || !handsOut || !policy.hardened) return [demand]
  const { rule: id, text } = policy.hardened
  const rule: Rule = {
    id,
    text,
    require: coversRequirement(policy, handsOut.in),
    origin: 'reading',
  }
  return [demand, { action, rule, things, handedOut: handsOut.permissions }]
}

/** Everything that the call must meet, or why the platform does not offer it. */
export const demandsOfCall = (judge: Judge, world: World, call: Call): Demands => {
  const found = asksOf(judge.policy, world, call)
  if ('notOffered' in found) return found
  return { demands: found.asks.flatMap((ask) => demandsOf(judge, ask)) }
}

export const evaluateDemand = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { rule, things, handedOut }: Demand,
): Outcome =>
  evaluate({ judge, world, actor, things, ...(handedOut && { handedOut }) }, rule.require)

/** Whether someone in the organization may do anything at all. */
export const hasStanding = (actor: UserRecord): boolean =>
  actor.status === 'active' && !actor.paused

/** Whether the rules allow the call with the arguments that it has. */
export const decide = (judge: Judge, world: World, call: Call): Outcome => {
  const found = demandsOfCall(judge, world, call)
  if ('notOffered' in found) return 'no'
  return allOf(found.demands, (demand) => evaluateDemand(judge, world, call.actor, demand))
}
