import type { Call } from './call.ts'
import { actionsOf, casesOf } from './changes.ts'
import { type Demand, evaluateDemand, requiredRule } from './decide.ts'
import type { Judge } from './judge.ts'
import { allOf, commonOf, type Outcome } from './outcome.ts'
import type { OperationChanges, Policy } from './policy.ts'
import { actionOfKind } from './asks.ts'
import type { World } from './world.ts'

/** What a call could come to ask, its arguments being open. */
export interface OpenDemands {
  /** What it asks whatever they are. */
  always: readonly Demand[]
  /** What it asks with some of them. */
  options: readonly Demand[]
  /** Answers that some arguments get without any rule being asked. */
  settled: readonly Outcome[]
}

/** The actions that the operation asks by kind, undefined for a kind that lacks it; all kinds where none is named. */
export const kindActions = (
  policy: Policy,
  { ofKind: verb }: OperationChanges,
  { kind: named, run: namedRun }: Pick<Call, 'kind' | 'run'>,
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
  { hardened }: Judge,
  changes: OperationChanges,
  kinds: readonly (string | undefined)[],
): readonly Outcome[] => {
  const handsOut = [
    ...Object.values(changes.keys ?? {}),
    ...(changes.always ? [changes.always] : []),
  ]
    .flatMap(casesOf)
    .some((change) => change.handsOut)
  return [
    // A kind that lacks the operation is never allowed it; a list that names no kind asks for none.
    ...(kinds.includes(undefined) || (changes.ofKind && kinds.length === 0)
      ? (['no'] as const)
      : []),
    ...(changes.ofKind && changes.always ? (['yes'] as const) : []),
    ...(hardened && handsOut ? (['depends'] as const) : []),
  ]
}

/** Everything that the call could come to ask; undefined where the platform does not offer it. */
export const openDemands = (judge: Judge, call: Call): OpenDemands | undefined => {
  const { policy } = judge
  const changes = policy.changes[call.operation]
  if (!changes) return undefined
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
  const demand = (action: string): Demand => ({
    action,
    rule: requiredRule(policy, action),
    things: call.things,
  })
  return {
    always: chosen.length > 0 ? [] : always.map(demand),
    options: [...options].map(demand),
    settled: settledBy(judge, changes, kinds),
  }
}

/** Whether the rules allow the call whatever its arguments are. */
export const decideOpen = (judge: Judge, world: World, call: Call): Outcome => {
  const open = openDemands(judge, call)
  if (!open) return 'no'
  const outcomeOf = (demand: Demand): Outcome => evaluateDemand(judge, world, call.actor, demand)
  const always = allOf(open.always, outcomeOf)
  const options = [...open.options, ...open.settled]
  if (always === 'no' || options.length === 0) return always
  const option = commonOf(options, (one) => (typeof one === 'string' ? one : outcomeOf(one)))
  return always === 'yes' ? option : allOf([always, option], (one) => one)
}
