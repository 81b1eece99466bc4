import type { OperationId } from '../../src/generated/operations.ts'
import { pathParametersOf } from './bind.ts'
import type { Call, Things } from './call.ts'
import { actionsOf } from './changes.ts'
import { requiredRule } from './decide.ts'
import { evaluate } from './evaluate.ts'
import { canHandOut } from './hand-outs.ts'
import { memo } from './memo.ts'
import { allOf, commonOf, type Outcome } from './outcome.ts'
import type { OperationChanges, Policy, Rule } from './policy.ts'
import type { Question } from './question.ts'
import { kindOf, isNamedType, type NamedType, thingsOfCall, thingsOfType } from './thing.ts'
import { sees } from './visibility.ts'
import { actionOfKind } from './asks.ts'

/** What a call could come to ask, its arguments being open. */
export interface OpenRules {
  /** What it asks whatever they are. */
  always: readonly Rule[]
  /** What it asks with some of them. */
  options: readonly Rule[]
  /** Answers that some arguments get without any rule being asked. */
  settled: readonly Outcome[]
}

/** An operation, with as much of what it is about as is known. */
export type OpenCall = Pick<Call, 'operation' | 'kind' | 'run'>

/** The actions that the operation asks by kind, undefined for a kind that lacks it; all kinds where none is named. */
export const kindActions = (
  policy: Policy,
  { ofKind: verb }: OperationChanges,
  { kind: named, run: namedRun }: Pick<OpenCall, 'kind' | 'run'>,
): readonly (string | undefined)[] => {
  if (!verb) return []
  const kinds = named === undefined ? Object.keys(policy.kinds) : [named]
  return kinds.flatMap((kind) => {
    if (verb !== 'run') return [actionOfKind(policy, kind, verb)]
    const runs = namedRun === undefined ? Object.keys(policy.kinds[kind]?.run ?? {}) : [namedRun]
    return runs.map((run) => actionOfKind(policy, kind, 'run', run))
  })
}

const settledBy = (
  hardened: boolean,
  operation: OperationId,
  changes: OperationChanges,
  kinds: readonly (string | undefined)[],
): readonly Outcome[] => {
  return [
    // A kind that lacks the operation is never allowed it; a list that names no kind asks for none.
    ...(kinds.includes(undefined) || (changes.ofKind && kinds.length === 0)
      ? (['no'] as const)
      : []),
    ...(changes.ofKind && changes.always ? (['yes'] as const) : []),
    ...(hardened && canHandOut(operation) ? (['depends'] as const) : []),
  ]
}

const rulesOf = (
  policy: Policy,
  hardened: boolean,
  changes: OperationChanges,
  call: OpenCall,
): OpenRules => {
  const kinds = kindActions(policy, changes, call)
  const keyed = Object.values(changes.keys ?? {}).flatMap(actionsOf)
  const nothing = changes.nothing === undefined ? [] : [changes.nothing]
  const always = changes.always ? actionsOf(changes.always) : []
  // Of several cases the arguments choose one.
  const chosen = always.length > 1 ? always : []
  const options = new Set([
    ...chosen,
    ...keyed,
    ...nothing,
    ...kinds.filter((action) => action !== undefined),
  ])
  const rule = (action: string): Rule => requiredRule(policy, action)
  return {
    always: chosen.length > 0 ? [] : always.map(rule),
    options: [...options].map(rule),
    settled: settledBy(hardened, call.operation, changes, kinds),
  }
}

/** What each operation could come to ask; undefined where the platform does not offer it. */
export type OpenRulesOf = (call: OpenCall) => OpenRules | undefined

/** Made once for each operation, kind and action. */
export const openRulesOf = (policy: Policy, hardened: boolean): OpenRulesOf => {
  const byCall = memo((operation: OperationId) =>
    memo((kind: string | undefined) =>
      memo((run: string | undefined) => {
        const changes = policy.changes[operation] ?? {}
        const about = { ...(kind !== undefined && { kind }), ...(run !== undefined && { run }) }
        return rulesOf(policy, hardened, changes, { operation, ...about })
      }),
    ),
  )
  return ({ operation, kind, run }) =>
    Object.hasOwn(policy.changes, operation) ? byCall(operation)(kind)(run) : undefined
}

const decideBound = (question: Question, call: OpenCall): Outcome => {
  const open = question.judge.openRulesOf(call)
  if (!open) return 'no'
  const outcomeOf = ({ require }: Rule): Outcome => evaluate(question, require)
  const always = allOf(open.always, outcomeOf)
  const options = [...open.options, ...open.settled]
  if (always === 'no' || options.length === 0) return always
  const option = commonOf(options, (one) => (typeof one === 'string' ? one : outcomeOf(one)))
  return always === 'yes' ? option : allOf([always, option], (one) => one)
}

/** What the operation's path names last, where the question leaves it open. */
const openTarget = (operation: OperationId, things: Things): NamedType | undefined => {
  const last = pathParametersOf(operation).findLast((name) => name !== 'name')
  return last !== undefined && isNamedType(last) && things[last] === undefined ? last : undefined
}

/** Whether the rules allow the call whatever its arguments are: on everything of its type that there is. */
export const decideOpen = (question: Question, call: OpenCall): Outcome => {
  const { operation } = call
  const { world, things } = question
  const type = openTarget(operation, things)
  if (type === undefined) return decideBound(question, call)
  const { project } = things
  const targets = thingsOfType(world, type).filter(
    (target) => !project || target.things.project === project,
  )
  if (targets.length === 0) return 'no'
  return commonOf(targets, ({ things: target }) => {
    const about = { ...question, things: { ...things, ...target } }
    if (!sees(about)) return 'no'
    const bound = { ...about, things: thingsOfCall(operation, about.things) }
    return decideBound(bound, { ...call, ...kindOf(target) })
  })
}
