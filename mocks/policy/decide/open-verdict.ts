import { openRulesOf } from './open-rules.ts'
import { notOfKind } from './demands-of-kind.ts'
import type { Call } from '../call/call.ts'
import { type Demand, evaluateDemand } from './decide.ts'
import type { EvaluationContext } from '../evaluate/context.ts'
import type { Judge } from '../language/judge.ts'
import { decideOpen, nothing } from './open.ts'
import type { Outcome } from '../language/outcome.ts'
import { isForNobody } from '../language/rules.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** The demands that a call with open arguments can make. */
export interface OpenDemands {
  readonly demands: readonly Demand[]
  /** Whether it makes all of them with any arguments. */
  readonly isCertain: boolean
  /** Keys of the body that are refused to everybody. */
  readonly unoffered: readonly string[]
  /** A demand that nobody can meet, if every call makes such a demand. */
  readonly hopeless?: Demand
}

/** The demands that an open call can make, or why the platform does not offer it. */
export const demandsOfOpen = (judge: Judge, call: Call): OpenDemands | { notOffered: string } => {
  const { policy } = judge
  const { operation, kind, run, resources, properties } = call
  const open = openRulesOf(judge, call)
  if (!open) return { notOffered: `${policy.title} does not offer ${operation}` }
  const { always, options, settled, unoffered, handsOut } = open
  const demands = [...always, ...options].map((rule): Demand => ({
    action: operation,
    rule,
    resources,
    ...(properties && { properties }),
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

/** The decision on a call with open arguments. */
export interface OpenVerdict {
  readonly outcome: Outcome
  /** The id of the rule that gives the outcome. */
  readonly rule: string
  /** The demand that decides by itself; left out if none does. */
  readonly demand?: Demand
}

/** The context of a call with open arguments. */
export const contextOfOpen = (
  context: PolicyContext,
  { actor, resources, properties }: Call,
): EvaluationContext => ({ ...context, actor, resources, ...(properties && { properties }) })

/** The verdict on a call that can make these demands. */
export const verdictOn = (
  context: PolicyContext,
  call: Call,
  { demands }: OpenDemands,
): OpenVerdict => {
  const outcome = decideOpen(contextOfOpen(context, call), call)
  const demand = demands.find((one) => evaluateDemand(context, call.actor, one) === outcome)
  const rule = (demand ?? demands[0])?.rule.id ?? 'membership'
  return { outcome, rule, ...(demand && { demand }) }
}

/** The verdict on a call with open arguments. */
export const verdictOnOpen = (context: PolicyContext, call: Call): OpenVerdict => {
  const open = demandsOfOpen(context.judge, call)
  return 'notOffered' in open
    ? { outcome: 'no', rule: 'not_offered' }
    : verdictOn(context, call, open)
}
