import type { Call, Things } from './call.ts'
import { evaluate } from './evaluate.ts'
import type { Judge } from './judge.ts'
import { allOf, type Outcome } from './outcome.ts'
import type { Policy, Rule } from './policy.ts'
import { asksOf } from './asks.ts'
import { type HandOut, handOutsOf } from './hand-outs.ts'
import { requiredRule } from './rules.ts'
import type { CoversRequirement, Requirement } from './requirement.ts'
import type { UserRecord, World } from './world.ts'

/** One requirement that a call must meet. */
export interface Demand {
  action: string
  rule: Pick<Rule, 'id' | 'require'>
  things: Things
  handedOut?: ReadonlySet<string>
}

/** Everything that a question must meet, or why the platform does not offer it. */
export type Demands = { demands: readonly Demand[] } | { notOffered: string }

const covers = (where: CoversRequirement['in']): Requirement => ({
  covers: 'handed_out',
  in: where,
})

/** Who hands out permissions must hold them in the scope, or in the wider one that the policy names. */
const coversRequirement = ({ hardened, roles }: Policy, scope: HandOut['in']): Requirement => {
  const wider = hardened?.wider
  if (scope !== 'organization') return { any: [covers(scope), ...(wider ? [covers(wider)] : [])] }
  if (wider) return covers(wider)
  // Where nothing is held in the organization itself, what is held in any team counts.
  return covers(roles.some((role) => role.scope === 'organization') ? scope : 'any_team')
}

const coversDemand = (
  policy: Policy,
  { in: scope, things, permissions }: HandOut,
  action: string,
): Demand => {
  const id = policy.hardened?.rule ?? 'hardened'
  const rule = { id, require: coversRequirement(policy, scope) }
  return { action, rule, things, handedOut: permissions }
}

/** Everything that the call must meet, or why the platform does not offer it. */
export const demandsOfCall = ({ policy, hardened }: Judge, world: World, call: Call): Demands => {
  const found = asksOf(policy, world, call)
  if ('notOffered' in found) return found
  const demands = found.asks.map(({ action, things }): Demand => ({
    action,
    rule: requiredRule(policy, action),
    things,
  }))
  if (!hardened) return { demands }
  const covers = handOutsOf(policy, world, call).map((handOut) =>
    coversDemand(policy, handOut, call.operation),
  )
  return { demands: [...demands, ...covers] }
}

export const evaluateDemand = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { rule, things, handedOut }: Demand,
): Outcome =>
  evaluate({ judge, world, actor, things, ...(handedOut && { handedOut }) }, rule.require)

/** Whether the rules allow the call with the arguments that it has. */
export const decide = (judge: Judge, world: World, call: Call): Outcome => {
  const found = demandsOfCall(judge, world, call)
  if ('notOffered' in found) return 'no'
  return allOf(found.demands, (demand) => evaluateDemand(judge, world, call.actor, demand))
}
