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
import type { Change, MapChange, OperationChanges } from '../language/policy.ts'
import { ruleToMeet } from '../language/rules.ts'

/** The rules that a call with open arguments can ask. */
export interface OpenRules {
  /** Asked with any arguments. */
  always: readonly AskedRule[]
  /** Asked with some arguments. */
  options: readonly AskedRule[]
  /** Outcomes that some arguments have without asking a rule. */
  settled: readonly Outcome[]
  /** Keys of the body that the API has and the platform does not offer: they are refused to everybody. */
  unoffered: readonly string[]
  /** Whether some arguments hand out permissions. */
  handsOut: boolean
}

/** An operation, with the known facts about its artifact. */
export type OpenCall = Pick<Call, 'operation' | 'kind' | 'run'>

/** Whether the call can be about an artifact of that kind. */
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

/**
 * @param kinds - The action of each kind that the call can be about; undefined for one without the
 * operation.
 */
const settledBy = (
  { policy, hardened }: Judge,
  operation: OperationId,
  kinds: readonly (string | undefined)[],
): readonly Outcome[] => {
  const changes = policy.changes[operation] ?? {}
  return [
    // A kind without the operation is always denied.
    ...(kinds.includes(undefined) || (changes.ofKind && kinds.length === 0)
      ? (['no'] as const)
      : []),
    // A list that names no kind asks no kind's action.
    ...(changes.ofKind && changes.always ? (['yes'] as const) : []),
    ...(hardened && canHandOut(policy, operation) ? (['depends'] as const) : []),
    // A change without an applicable case is always denied.
    ...(changesIn(changes).every(coversAll) ? [] : (['no'] as const)),
    ...(mayAskNothing(operation, changes) ? (['no'] as const) : []),
  ]
}

const rulesOf = (judge: Judge, call: OpenCall): OpenRules => {
  const { policy } = judge
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
  // With several cases, the arguments choose one of them or none.
  const isSure = always.length === 1 && (!changes.always || coversAll(changes.always))
  const chosen = isSure ? [] : always
  // A named action of an artifact is asked whatever the body.
  const options = new Set([
    ...asked(chosen),
    ...keyed,
    ...asked([...nothing, ...(run === undefined ? ofKind : [])]),
  ])
  return {
    always: asked([...(isSure ? always : []), ...(run === undefined ? [] : ofKind)]),
    options: [...options],
    settled: settledBy(judge, operation, kinds),
    unoffered: unofferedKeys(operation, changes),
    handsOut: canHandOut(policy, operation),
  }
}

/** Computed once for each operation and kind. */
const byCall = perPolicy((judge: Judge) =>
  memo((operation: OperationId) =>
    memo((kind: string | undefined) =>
      rulesOf(judge, { operation, ...(kind !== undefined && { kind }) }),
    ),
  ),
)

/** The rules that the operation can ask; undefined if the platform does not offer it. */
export const openRulesOf = (judge: Judge, call: OpenCall): OpenRules | undefined => {
  const { operation, kind, run } = call
  if (!Object.hasOwn(judge.policy.changes, operation)) return undefined
  return run === undefined ? byCall(judge)(operation)(kind) : rulesOf(judge, call)
}
