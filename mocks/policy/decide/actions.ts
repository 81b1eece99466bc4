import type { OperationId } from '../../../src/generated/operations.ts'
import { isOperation } from '../world/operations.ts'
import {
  kindOf,
  type Resource,
  type Resources,
  resourcesOfCall,
  type ResourceType,
} from '../world/resources.ts'
import { askedRuleOf } from '../call/asked-rule.ts'
import { isAbout } from './about.ts'
import { ruleNamesAbout } from './rule-names.ts'
import type { Call } from '../call/call.ts'
import type { ResourceQuestion } from '../call/question.ts'
import { ruleOf } from '../language/rules.ts'
import { membershipAllows } from '../world/membership.ts'
import { evaluate, sees } from '../evaluate/evaluate.ts'
import type { Judge } from '../language/judge.ts'
import { guardOfAction, guardOfCaller } from './guards.ts'
import { verdictOnOpen } from './open-verdict.ts'
import type { QuestionProperties } from '../language/question-properties.ts'
import type { Outcome } from '../language/outcome.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { UserRecord } from '../language/records.ts'

/** A call of an operation on a resource with open arguments. */
export const openCall = (
  actor: UserRecord,
  operation: OperationId,
  resources: Resources,
  properties?: QuestionProperties,
): Call => ({
  actor,
  operation,
  args: [],
  resources: resourcesOfCall(operation, resources),
  input: undefined,
  stated: undefined,
  open: true,
  ...(properties && { properties }),
  ...kindOf(resources),
  missing: [],
  references: [],
  unresolved: [],
})

/** An action with its outcome, and the id of the rule that gives it. */
export interface ActionOutcome {
  action: string
  outcome: Outcome
  rule: string
}

const refusedBy = (rule: string): Verdict => ({ outcome: 'no', rule })

type Verdict = Pick<ActionOutcome, 'outcome' | 'rule'>

/** The outcome of the action, with the rule that a decision on it names. */
const verdictOnAction = (context: PolicyContext, question: ResourceQuestion): Verdict => {
  const { judge, world } = context
  const { actor, action, resources, properties } = question
  if (membershipAllows(world, actor, action, resources) === 'no') return refusedBy('membership')
  // A hidden resource reads as one that does not exist, so no rule is named.
  if (!sees({ judge, world, actor, resources })) return refusedBy('API')
  if (isOperation(action)) {
    const call = openCall(actor, action, resources, properties)
    const { outcome, rule } = verdictOnOpen(context, call)
    const objection = guardOfCaller(context, call)
    return objection && outcome !== 'no' ? refusedBy(objection.guard.rule) : { outcome, rule }
  }
  const rule = askedRuleOf(judge.policy, action, resources)
  if (!rule) return refusedBy('not_offered')
  const about = { judge, world, actor, resources, ...(properties && { properties }) }
  const outcome = evaluate(about, rule.require)
  const objection = guardOfAction(context, question)
  if (objection) return refusedBy(outcome === 'no' ? rule.id : objection.guard.rule)
  return { outcome, rule: rule.id }
}

/** Whether the person may do the action on the resources. An operation's arguments are open. */
export const outcomeOfAction = (context: PolicyContext, question: ResourceQuestion): Outcome =>
  verdictOnAction(context, question).outcome

/** The actions on a resource: operations, and the policy's permissions. */
const actionsAbout = ({ policy }: Judge, type: ResourceType): readonly string[] => [
  ...Object.keys(policy.changes).filter(
    (operation) => isOperation(operation) && isAbout(operation, type),
  ),
  ...Object.keys(policy.permissions).filter((permission) => ruleOf(policy, permission)),
]

/** The outcome of each action on the resource. */
const outcomesOf = (
  context: PolicyContext,
  actions: readonly string[],
  about: Omit<ResourceQuestion, 'action'>,
): readonly ActionOutcome[] =>
  actions.map((action) => ({ action, ...verdictOnAction(context, { ...about, action }) }))

/** Every action on the resource, with its outcome: what a question about it may ask. */
export const allowedActions = (
  context: PolicyContext,
  actor: UserRecord,
  { type, resources }: Resource,
  properties?: QuestionProperties,
): readonly ActionOutcome[] => {
  const { kind } = kindOf(resources)
  const actions = [
    ...actionsAbout(context.judge, type),
    ...ruleNamesAbout(context.judge.policy)(type)(kind),
  ]
  return outcomesOf(context, actions, { actor, resources, ...(properties && { properties }) })
}

/** One cell of the matrix: an action of a persona. */
export interface MatrixCell extends ActionOutcome {
  /** A user's id. */
  persona: string
}

/** Every operation and permission of every persona on the resource, with its outcome and rule. */
export const matrix = (
  context: PolicyContext,
  personas: readonly UserRecord[],
  { type, resources }: Resource,
): readonly MatrixCell[] => {
  const actions = actionsAbout(context.judge, type)
  return personas.flatMap((actor) =>
    outcomesOf(context, actions, { actor, resources }).map((cell) => ({
      persona: actor.id,
      ...cell,
    })),
  )
}
