import type { OperationId } from '../../../src/generated/operations.ts'
import { isOperation, pathParametersOf } from '../world/operations.ts'

import { kindOf, type Thing, type Things, thingsOfCall, type ThingType } from '../world/things.ts'
import { askedRuleOf } from '../call/asked-rule.ts'
import type { Call } from '../call/call.ts'
import { ruleOf } from '../language/rules.ts'
import { standingAllows } from '../world/standing.ts'
import { evaluate, sees } from '../evaluate/evaluate.ts'
import type { Judge } from '../language/judge.ts'
import { guardOfAction, guardOfCaller } from './guards.ts'
import { verdictOnOpen } from './open-verdict.ts'
import type { Outcome } from '../language/outcome.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** The call of an operation on a thing, its arguments left open. */
export const openCall = (actor: UserRecord, operation: OperationId, things: Things): Call => ({
  actor,
  operation,
  args: [],
  things: thingsOfCall(operation, things),
  input: undefined,
  stated: undefined,
  open: true,
  ...kindOf(things),
  missing: [],
  unknown: [],
})

/** Whether the operation is one to ask of a thing of that type: its own, or what it contains. */
export const isAbout = (operation: OperationId, type: ThingType): boolean => {
  const names = pathParametersOf(operation).filter((name) => name !== 'name')
  const last = names.at(-1)
  if (type === 'organization') return last === undefined
  if (last !== undefined) return last === type
  return type === 'project' && (operation === 'artifacts.create' || operation === 'artifacts.list')
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
 * Whether the actor may do the action to the thing, and the rule that a decision on it names; an
 * operation's arguments are left open.
 */
const verdictOnAction = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  action: string,
  things: Things,
): Verdict => {
  if (standingAllows(world, actor, action, things) === 'no') return refusedBy('membership')
  // What is hidden does not exist, and no rule is told of it.
  if (!sees({ judge, world, actor, things })) return refusedBy('API')
  if (isOperation(action)) {
    const { outcome, rule } = verdictOnOpen(judge, world, openCall(actor, action, things))
    const objection = guardOfCaller(judge.policy, world, actor, action)
    return objection && outcome !== 'no' ? refusedBy(objection.guard.rule) : { outcome, rule }
  }
  const rule = askedRuleOf(judge.policy, action, things)
  if (!rule) return refusedBy('not_offered')
  const outcome = evaluate({ judge, world, actor, things }, rule.require)
  const objection = guardOfAction(judge.policy, world, actor, action, things)
  if (objection) return refusedBy(outcome === 'no' ? rule.id : objection.guard.rule)
  return { outcome, rule: rule.id }
}

/** Whether the actor may do the action to the thing; an operation's arguments are left open. */
export const outcomeOfAction = (...asked: Parameters<typeof verdictOnAction>): Outcome =>
  verdictOnAction(...asked).outcome

/** The actions that can be asked of a thing: operations on it, and the policy's permissions. */
const actionsAbout = ({ policy }: Judge, type: ThingType): readonly string[] => [
  ...Object.keys(policy.changes).filter(
    (operation) => isOperation(operation) && isAbout(operation, type),
  ),
  ...Object.keys(policy.permissions).filter((permission) => ruleOf(policy, permission)),
]

/** Every action that can be asked of the thing, with yes, no or depends. */
export const allowedActions = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { type, things }: Thing,
): readonly ActionOutcome[] =>
  actionsAbout(judge, type).map((action) => ({
    action,
    ...verdictOnAction(judge, world, actor, action, things),
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
  thing: Thing,
): readonly MatrixCell[] =>
  personas.flatMap((persona) =>
    allowedActions(judge, world, persona, thing).map((cell) => ({ persona: persona.id, ...cell })),
  )
