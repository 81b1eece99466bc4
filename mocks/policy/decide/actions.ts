import type { OperationId } from '../../../src/generated/operations.ts'
import { isOperation } from '../world/operations.ts'
import { contract, type ReferencePlace } from '../../generated/contract.ts'
import { referencePlacesOf } from '../call/references.ts'

import {
  kindOf,
  type Resource,
  type Resources,
  resourcesOfCall,
  type ResourceType,
} from '../world/resources.ts'
import { askedRuleOf } from '../call/asked-rule.ts'
import type { Call } from '../call/call.ts'
import { ruleOf } from '../language/rules.ts'
import { membershipAllows } from '../world/membership.ts'
import { evaluate, sees } from '../evaluate/evaluate.ts'
import type { Judge } from '../language/judge.ts'
import { guardOfAction, guardOfCaller } from './guards.ts'
import { verdictOnOpen } from './open-verdict.ts'
import type { Outcome } from '../language/outcome.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** The call of an operation on a resource, its arguments left open. */
export const openCall = (
  actor: UserRecord,
  operation: OperationId,
  resources: Resources,
): Call => ({
  actor,
  operation,
  args: [],
  resources: resourcesOfCall(operation, resources),
  input: undefined,
  stated: undefined,
  open: true,
  ...kindOf(resources),
  missing: [],
  references: [],
  unresolved: [],
})

/** Whether the operation is one to ask of a resource of that type: its own, or what it contains. */
export const isAbout = (operation: OperationId, type: ResourceType): boolean => {
  const { target = 'organization' } = contract[operation]
  const isIn = ({ type: container, isContainer }: ReferencePlace) =>
    isContainer === true && container === type
  return target === type || referencePlacesOf(operation).some(isIn)
}

/** One action with its answer, and the rule that gives it. */
export interface ActionOutcome {
  action: string
  outcome: Outcome
  rule: string
}

const refusedBy = (rule: string): Verdict => ({ outcome: 'no', rule })

type Verdict = Pick<ActionOutcome, 'outcome' | 'rule'>

/**
 * Whether the actor may do the action to the resource, and the rule that a decision on it names; an
 * operation's arguments are left open.
 */
const verdictOnAction = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  action: string,
  resources: Resources,
): Verdict => {
  if (membershipAllows(world, actor, action, resources) === 'no') return refusedBy('membership')
  // What is hidden does not exist, and no rule is told of it.
  if (!sees({ judge, world, actor, resources })) return refusedBy('API')
  if (isOperation(action)) {
    const { outcome, rule } = verdictOnOpen(judge, world, openCall(actor, action, resources))
    const objection = guardOfCaller(judge.policy, world, actor, action)
    return objection && outcome !== 'no' ? refusedBy(objection.guard.rule) : { outcome, rule }
  }
  const rule = askedRuleOf(judge.policy, action, resources)
  if (!rule) return refusedBy('not_offered')
  const outcome = evaluate({ judge, world, actor, resources }, rule.require)
  const objection = guardOfAction(judge.policy, world, actor, action, resources)
  if (objection) return refusedBy(outcome === 'no' ? rule.id : objection.guard.rule)
  return { outcome, rule: rule.id }
}

/** Whether the actor may do the action to the resource; an operation's arguments are left open. */
export const outcomeOfAction = (...asked: Parameters<typeof verdictOnAction>): Outcome =>
  verdictOnAction(...asked).outcome

/** The actions that can be asked of a resource: operations on it, and the policy's permissions. */
const actionsAbout = ({ policy }: Judge, type: ResourceType): readonly string[] => [
  ...Object.keys(policy.changes).filter(
    (operation) => isOperation(operation) && isAbout(operation, type),
  ),
  ...Object.keys(policy.permissions).filter((permission) => ruleOf(policy, permission)),
]

/** Every action that can be asked of the resource, with yes, no or depends. */
export const allowedActions = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { type, resources }: Resource,
): readonly ActionOutcome[] =>
  actionsAbout(judge, type).map((action) => ({
    action,
    ...verdictOnAction(judge, world, actor, action, resources),
  }))

/** One cell of the matrix: what a persona may do. */
export interface MatrixCell extends ActionOutcome {
  /** A user's id. */
  persona: string
}

/** Personas by actions, each cell with its rule. */
export const matrix = (
  judge: Judge,
  world: World,
  personas: readonly UserRecord[],
  resource: Resource,
): readonly MatrixCell[] =>
  personas.flatMap((persona) =>
    allowedActions(judge, world, persona, resource).map((cell) => ({
      persona: persona.id,
      ...cell,
    })),
  )
