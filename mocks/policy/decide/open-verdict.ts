import { openRulesOf } from './open-rules.ts'
import { notOfKind } from './demands-of-kind.ts'
import type { Call } from '../call/call.ts'
import { type Demand, evaluateDemand } from './decide.ts'
import type { Judge } from '../language/judge.ts'
import { decideOpen, nothing } from './open.ts'
import type { Outcome } from '../language/outcome.ts'
import { isForNobody } from '../language/rules.ts'
import type { World } from '../world/world.ts'

/** What a call whose arguments are left open could come to demand. */
export interface OpenDemands {
  readonly demands: readonly Demand[]
  /** Whether it demands all of them, whatever the arguments are. */
  readonly isCertain: boolean
  /** Keys of the body that the platform offers to nobody. */
  readonly unoffered: readonly string[]
  /** One that nobody can meet, where every call demands such a one. */
  readonly hopeless?: Demand
}

/** What an open call could come to demand, or why the platform does not offer it. */
export const demandsOfOpen = (judge: Judge, call: Call): OpenDemands | { notOffered: string } => {
  const { policy } = judge
  const { operation, kind, run, resources } = call
  const open = openRulesOf(judge, call)
  if (!open) return { notOffered: `${policy.title} does not offer ${operation}` }
  const { always, options, settled, unoffered, handsOut } = open
  const demands = [...always, ...options].map((rule): Demand => ({
    action: operation,
    rule,
    resources,
    ...(!handsOut && { handedOut: nothing }),
  }))
  const { ofKind: verb } = policy.changes[operation] ?? {}
  if (verb && kind !== undefined && demands.length === 0) {
    return { notOffered: notOfKind(policy, run ?? verb, kind) }
  }
  const isHopeless = ({ rule }: Demand): boolean => isForNobody(rule.require)
  const chosen = demands.slice(always.length)
  const isAllHopeless = chosen.every(isHopeless) && settled.every((outcome) => outcome === 'no')
  const hopeless =
    demands.slice(0, always.length).find(isHopeless) ?? (isAllHopeless ? chosen[0] : undefined)
  const isCertain = options.length === 0 && settled.length === 0
  return { demands, isCertain, unoffered, ...(hopeless && { hopeless }) }
}

/** How a call whose arguments are left open is decided. */
export interface OpenVerdict {
  readonly outcome: Outcome
  /** The rule that gives the outcome. */
  readonly rule: string
  /** What decides it; left out where no demand does alone. */
  readonly demand?: Demand
}

/** The verdict on a call that could come to demand these. */
export const verdictOn = (
  judge: Judge,
  world: World,
  call: Call,
  { demands }: OpenDemands,
): OpenVerdict => {
  const { actor, resources } = call
  const outcome = decideOpen({ judge, world, actor, resources }, call)
  const demand = demands.find((one) => evaluateDemand(judge, world, actor, one) === outcome)
  const rule = (demand ?? demands[0])?.rule.id ?? 'membership'
  return { outcome, rule, ...(demand && { demand }) }
}

/** The verdict on a call whose arguments are left open. */
export const verdictOnOpen = (judge: Judge, world: World, call: Call): OpenVerdict => {
  const open = demandsOfOpen(judge, call)
  return 'notOffered' in open
    ? { outcome: 'no', rule: 'not_offered' }
    : verdictOn(judge, world, call, open)
}
