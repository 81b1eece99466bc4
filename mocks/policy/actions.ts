import type { OperationId } from '../../src/generated/operations.ts'
import { isOperation, pathParametersOf } from './path-parameters.ts'

import { kindOf, type Thing, type ThingType, thingsOfCall } from './thing.ts'
import { actionsOf } from './changes.ts'
import type { Call, Things } from './call.ts'
import { ruleOf } from './rules.ts'
import { hasStanding, isAnswer } from './standing.ts'
import { evaluate } from './evaluate.ts'
import type { Judge } from './judge.ts'
import { guardOfAction } from './guards.ts'
import { decideOpen } from './open.ts'
import { kindActions } from './open-rules.ts'
import type { Outcome } from './outcome.ts'
import { sees } from './visibility.ts'
import { readerOf } from './reader.ts'
import type { UserRecord, World } from './world.ts'

export { isOperation } from './path-parameters.ts'

/** The call of an operation on a thing, its arguments left open. */
export const openCall = (actor: UserRecord, operation: OperationId, things: Things): Call => ({
  actor,
  operation,
  args: [],
  things: thingsOfCall(operation, things),
  input: undefined,
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

/** What can be asked about oneself. */
export const questionsOnOneself: readonly string[] = [
  'access.evaluate',
  'access.evaluateAll',
  'access.searchActions',
]

/** Whoever can sign in learns who they are; and, unless paused, what they themselves may do, and answers what invites them. */
const isOpenToAll = (actor: UserRecord, action: string, things: Things): boolean =>
  action === 'users.me' ||
  (!actor.paused && (questionsOnOneself.includes(action) || isAnswer(actor, action, things)))

/** Whether the actor may do the action to the thing; an operation's arguments are left open. */
export const outcomeOfAction = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  action: string,
  things: Things,
): Outcome => {
  if (!hasStanding(actor) && !isOpenToAll(actor, action, things)) return 'no'
  const question = { judge, world, actor, things }
  if (!sees(question)) return 'no'
  if (isOperation(action)) {
    const about = { ...question, things: thingsOfCall(action, things) }
    return decideOpen(about, { operation: action, ...kindOf(things) })
  }
  const rule = ruleOf(judge.policy, action)
  if (!rule || guardOfAction(judge, world, readerOf(judge, world, actor), action, things))
    return 'no'
  return evaluate(question, rule.require)
}

/** The actions that can be asked of a thing: operations on it, and the policy's permissions. */
const actionsAbout = ({ policy }: Judge, type: ThingType): readonly string[] => [
  ...Object.keys(policy.changes).filter(
    (operation) => isOperation(operation) && isAbout(operation, type),
  ),
  ...Object.keys(policy.permissions).filter((permission) => ruleOf(policy, permission)),
]

const ruleIdOf = (judge: Judge, action: string, things: Things): string => {
  const changes = judge.policy.changes[action] ?? {}
  const { always, nothing, keys = {} } = changes
  const asked = [
    ...(always ? actionsOf(always) : []),
    ...(nothing === undefined ? [] : [nothing]),
    action,
    ...Object.values(keys).flatMap(actionsOf),
    ...kindActions(judge.policy, changes, kindOf(things).kind).filter((one) => one !== undefined),
  ]
  const rule = asked.map((one) => ruleOf(judge.policy, one)).find((one) => one !== undefined)
  return rule?.id ?? 'not_offered'
}

/** Every action that can be asked of the thing, with yes, no or depends. */
export const allowedActions = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { type, things }: Thing,
): readonly ActionOutcome[] =>
  actionsAbout(judge, type).map((action) => ({
    action,
    outcome: outcomeOfAction(judge, world, actor, action, things),
    rule: ruleIdOf(judge, action, things),
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
