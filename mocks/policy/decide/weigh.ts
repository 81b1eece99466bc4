import { pointer } from '../../shared/json-pointer.ts'
import { memo } from '../../shared/memo.ts'
import { askedRuleOf } from '../call/asked-rule.ts'
import type { Call } from '../call/call.ts'
import type { ResourceQuestion } from '../call/question.ts'
import { withoutUnseen } from '../call/without-unseen.ts'
import type { EvaluationContext } from '../evaluate/context.ts'
import { contextOfSight, evaluate, rulesOfSight } from '../evaluate/evaluate.ts'
import type { Outcome } from '../language/outcome.ts'
import { perPolicy } from '../language/per-policy.ts'
import { leavesAt, leavesOfRule, type Placed } from '../language/placed.ts'
import type { Policy, Rule } from '../language/policy.ts'
import { type Leaf, leavesOf } from '../language/requirement.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import { type Demand, demandsOfCall, evaluateDemand } from './decide.ts'
import { guardsOn } from './guards.ts'

/** A rule that was asked, and each leaf of it by itself. */
export interface WeighedRule {
  /** The rule's id. */
  readonly rule: string
  readonly outcome: Outcome
  readonly leaves: readonly WeighedLeaf[]
}

export interface WeighedLeaf {
  /** Its JSON pointer into the policy. */
  readonly at: string
  readonly outcome: Outcome
}

/** All that a policy asks of a call. */
export interface Weighing {
  readonly rules: readonly WeighedRule[]
  /** The ids of the guards that apply to it. */
  readonly guards: readonly string[]
}

type Leaves = readonly Placed<Leaf>[]

/**
 * The leaves of the action's rule as asked, at their places in the policy. A rule as asked lacks those
 * that need a resource which nothing there names.
 */
const leavesAsked = perPolicy((policy: Policy) =>
  memo((action: string) =>
    memo(({ id, require }: Demand['rule']): Leaves => {
      if (policy.rules[action]?.id !== id) return []
      const asked = new Set(leavesOf(require))
      return leavesOfRule(policy, action).filter(({ requirement }) => asked.has(requirement))
    }),
  ),
)

const leavesOfSight = perPolicy((policy: Policy) =>
  memo((rule: Rule): Leaves => {
    const kinds = Object.entries(policy.visibility)
    const [kind] = kinds.find(([, one]) => one === rule) ?? []
    if (kind !== undefined) {
      return leavesAt({ at: pointer('visibility', kind, 'require'), requirement: rule.require })
    }
    const [action = ''] = Object.entries(policy.rules).find(([, one]) => one === rule) ?? []
    return leavesOfRule(policy, action)
  }),
)

const weighLeaves = (leaves: Leaves, outcomeOf: (leaf: Leaf) => Outcome): readonly WeighedLeaf[] =>
  leaves.map(({ at, requirement }) => ({ at, outcome: outcomeOf(requirement) }))

const weighSight = (context: EvaluationContext): readonly WeighedRule[] =>
  rulesOfSight(context).map(({ kind, rule }) => {
    const about = contextOfSight(context, kind, rule)
    return {
      rule: rule.id,
      outcome: evaluate(about, rule.require),
      leaves: weighLeaves(leavesOfSight(context.judge.policy)(rule), (leaf) =>
        evaluate(about, leaf),
      ),
    }
  })

/**
 * Evaluates every rule that the call asks, and every leaf of these rules by itself, whether or not an
 * earlier one decides. A call on something hidden asks no further rule.
 */
export const weigh = (whole: PolicyContext, call: Call): Weighing => {
  const { judge } = whole
  const { actor, resources } = call
  const sight = weighSight({ ...whole, actor, resources })
  if (sight.some(({ outcome }) => outcome !== 'yes')) return { rules: sight, guards: [] }
  const context = { judge, world: withoutUnseen(judge.policy, whole.world, call) }
  const found = demandsOfCall(context, call)
  const demands = 'notOffered' in found ? [] : found.demands
  const leavesOfAction = leavesAsked(judge.policy)
  const rules = demands.map((demand): WeighedRule => ({
    rule: demand.rule.id,
    outcome: evaluateDemand(context, actor, demand),
    leaves: weighLeaves(leavesOfAction(demand.action)(demand.rule), (require) =>
      evaluateDemand(context, actor, { ...demand, rule: { id: demand.rule.id, require } }),
    ),
  }))
  const names = [call.operation, ...demands.map(({ action }) => action)]
  const guards = new Set(guardsOn(judge.policy, names).map(({ rule }) => rule))
  return { rules: [...sight, ...rules], guards: [...guards] }
}

/** The same for an action of the rules, such as `use_case:adapt`, asked without a call. */
export const weighAction = (
  context: PolicyContext,
  { actor, action, resources, properties }: ResourceQuestion,
): Weighing => {
  const { judge } = context
  const rule = askedRuleOf(judge.policy, action, resources)
  if (!rule) return { rules: [], guards: [] }
  const about: EvaluationContext = {
    ...context,
    actor,
    resources,
    ...(properties && { properties }),
  }
  return {
    rules: [
      {
        rule: rule.id,
        outcome: evaluate(about, rule.require),
        leaves: weighLeaves(leavesAsked(judge.policy)(action)(rule), (leaf) =>
          evaluate(about, leaf),
        ),
      },
    ],
    guards: [],
  }
}
