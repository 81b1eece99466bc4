import type { Call } from '../call/call.ts'
import { withoutUnseen } from '../call/without-unseen.ts'
import { demandsOfCall, evaluateDemand } from '../decide/decide.ts'
import { contextOfSight, evaluate, rulesOfSight } from '../evaluate/evaluate.ts'
import type { Outcome } from '../language/outcome.ts'
import type { Leaf, Requirement } from '../language/requirement.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import { describe } from './requirement.ts'

/** A rule that a call asks, with all that it needs. */
export interface TracedRule {
  /** The rule's id. */
  readonly rule: string
  /** The action that the rule is about: an operation, or an action of the policy. */
  readonly action: string
  /** Whether the rule is asked for seeing the resource, before all others. */
  readonly isSight?: true
  readonly outcome: Outcome
  readonly needs: TracedNeed
}

/** A part of a requirement, and whether the caller meets it. */
export type TracedNeed =
  | { readonly outcome: Outcome; readonly all: readonly TracedNeed[] }
  | { readonly outcome: Outcome; readonly any: readonly TracedNeed[] }
  | {
      readonly outcome: Outcome
      /** The requirement in words: what the caller needs. */
      readonly text: string
      readonly requirement: Leaf
    }

/** Evaluates every part of every rule that the call asks, whether or not an earlier one decides. */
export function traceOf(whole: PolicyContext, call: Call): readonly TracedRule[] {
  const { judge } = whole
  const { policy } = judge
  const { actor, resources, operation } = call
  const about = { ...whole, actor, resources }
  const sight = rulesOfSight(about).map(({ kind, rule }): TracedRule => {
    const seen = contextOfSight(about, kind, rule)
    const needs = tracedNeed(
      rule.require,
      (part) => evaluate(seen, part),
      (leaf) => describe(policy, leaf),
    )
    return { rule: rule.id, action: operation, isSight: true, outcome: needs.outcome, needs }
  })
  if (sight.some(({ outcome }) => outcome !== 'yes')) return sight
  const context = { judge, world: withoutUnseen(policy, whole.world, call) }
  const found = demandsOfCall(context, call)
  const demands = 'notOffered' in found ? [] : found.demands
  const asked = demands.map((demand): TracedRule => {
    const { action, rule } = demand
    const needs = tracedNeed(
      rule.require,
      (require) => evaluateDemand(context, actor, { ...demand, rule: { id: rule.id, require } }),
      (leaf) => describe(policy, leaf, { action }),
    )
    return { rule: rule.id, action, outcome: needs.outcome, needs }
  })
  return [...sight, ...asked]
}

function tracedNeed(
  requirement: Requirement,
  outcomeOf: (part: Requirement) => Outcome,
  textOf: (leaf: Leaf) => string,
): TracedNeed {
  const outcome = outcomeOf(requirement)
  const trace = (part: Requirement) => tracedNeed(part, outcomeOf, textOf)
  if ('all' in requirement) return { outcome, all: requirement.all.map(trace) }
  if ('any' in requirement) return { outcome, any: requirement.any.map(trace) }
  return { outcome, text: textOf(requirement), requirement }
}
