import type { OperationId } from '../../../src/generated/operations.ts'
import { contract } from '../../generated/contract.ts'
import { type AskedRule, askedRule } from '../call/asked-rule.ts'
import { ignored } from './demands.ts'
import type { Call } from '../call/call.ts'
import { actionsOf, coversAll, mayAskNothing } from '../language/changes.ts'
import { canHandOut } from '../effects/hand-outs.ts'
import { type KindAction, kindActions } from '../language/kind-actions.ts'
import type { Judge } from '../language/judge.ts'
import { memo } from '../../shared/memo.ts'
import { perPolicy } from '../language/per-policy.ts'
import { eachOf, namesIn, type Names } from '../call/names.ts'
import type { Outcome } from '../language/outcome.ts'
import type { Change, MapChange, OperationChanges, Policy } from '../language/policy.ts'
import { ruleToMeet } from '../language/rules.ts'

/** What a call could come to ask, its arguments being open. */
export interface OpenRules {
  /** What it asks whatever they are. */
  always: readonly AskedRule[]
  /** What it asks with some of them. */
  options: readonly AskedRule[]
  /** Answers that some arguments get without any rule being asked. */
  settled: readonly Outcome[]
  /** Keys that the API's document has there and the platform does not: they are refused to everybody. */
  unoffered: readonly string[]
  /** Whether some of them hand out permissions. */
  handsOut: boolean
}

/** An operation, with as much of what it is about as is known. */
export type OpenCall = Pick<Call, 'operation' | 'kind' | 'run'>

/** Of the artifacts that the call is about, as far as that is known. */
const isAbout =
  ({ kind, run }: OpenCall) =>
  (one: KindAction): boolean =>
    (kind === undefined || one.kind === kind) &&
    (run === undefined || one.run === undefined || one.run === run)

const changesIn = ({ always, keys = {} }: OperationChanges): readonly (Change | MapChange)[] => [
  ...(always ? [always] : []),
  ...Object.values(keys),
]

const unofferedKeys = (operation: OperationId, { keys }: OperationChanges): readonly string[] => {
  if (!keys) return []
  const documented = contract[operation].keys ?? []
  return documented.filter((key) => !ignored.has(key) && !Object.hasOwn(keys, key))
}

const settledBy = (
  policy: Policy,
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
    ...(hardened && canHandOut(policy, operation) ? (['depends'] as const) : []),
    // What no case covers is never allowed.
    ...(changesIn(changes).every(coversAll) ? [] : (['no'] as const)),
    ...(mayAskNothing(operation, changes) ? (['no'] as const) : []),
  ]
}

const rulesOf = ({ policy, hardened }: Judge, call: OpenCall): OpenRules => {
  const { operation, run } = call
  const changes = policy.changes[operation] ?? {}
  const kinds = kindActions(policy, changes)
    .filter(isAbout(call))
    .map(({ action }) => action)
  const ofKind = kinds.filter((action) => action !== undefined)
  const names = namesIn(operation)
  const asked = (actions: readonly string[], named: Names = names): readonly AskedRule[] =>
    actions.map((action) => askedRule(ruleToMeet(policy, action), named))
  const keyed = Object.values(changes.keys ?? {}).flatMap((change) =>
    asked(actionsOf(change), namesIn(operation, eachOf(change))),
  )
  const nothing = changes.nothing === undefined ? [] : [changes.nothing]
  const always = changes.always ? actionsOf(changes.always) : []
  // Of several cases the arguments choose one, or none.
  const isSure = always.length === 1 && (!changes.always || coversAll(changes.always))
  const chosen = isSure ? [] : always
  // Of an artifact's actions, one that is named is asked whatever the body is.
  const options = new Set([
    ...asked(chosen),
    ...keyed,
    ...asked([...nothing, ...(run === undefined ? ofKind : [])]),
  ])
  return {
    always: asked([...(isSure ? always : []), ...(run === undefined ? [] : ofKind)]),
    options: [...options],
    settled: settledBy(policy, hardened, operation, changes, kinds),
    unoffered: unofferedKeys(operation, changes),
    handsOut: canHandOut(policy, operation),
  }
}

/** Made once for each operation and kind; anew where an action to run is named. */
const byCall = perPolicy((judge: Judge) =>
  memo((operation: OperationId) =>
    memo((kind: string | undefined) =>
      rulesOf(judge, { operation, ...(kind !== undefined && { kind }) }),
    ),
  ),
)

/** What the operation could come to ask; undefined where the platform does not offer it. */
export const openRulesOf = (judge: Judge, call: OpenCall): OpenRules | undefined => {
  const { operation, kind, run } = call
  if (!Object.hasOwn(judge.policy.changes, operation)) return undefined
  return run === undefined ? byCall(judge)(operation)(kind) : rulesOf(judge, call)
}
