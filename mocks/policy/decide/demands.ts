import { isRecord } from '../../../src/core/base/kind-of.ts'
import { pointer } from '../../shared/json-pointer.ts'
import { askedRule } from '../call/asked-rule.ts'
import type { Call } from '../call/call.ts'
import { type Resources, unresolved } from '../world/resources.ts'
import { actionByKind } from './demands-of-kind.ts'
import type { Demand, Demands } from './demand.ts'
import { casesOf, isMapChange } from '../language/changes.ts'
import type { FactContext } from '../call/facts.ts'
import type { Hidden } from '../call/hidden.ts'
import { namesIn } from '../call/names.ts'
import type { Change, MapChange, OperationChanges, Rule } from '../language/policy.ts'
import { chosenCase, possibleCases } from '../call/cases.ts'
import { noCase, ruleToMeet } from '../language/rules.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** A part of a call that asks one action: its resources, and what the call states for them. */
interface CallPart extends Pick<Demand, 'resources' | 'change'> {
  /** The key of the body; undefined for a part that is asked whatever the body states. */
  key?: string
}

/** A call to break down, with the resources that are hidden from the reader of the decision. */
interface Breakdown extends PolicyContext {
  call: Call
  hidden: Hidden | undefined
}

/** The demand to be allowed the action. `rule` replaces the action's own if no case applies. */
const demandOf = (
  { judge, call }: Breakdown,
  action: string,
  { resources, change }: CallPart,
  rule: Rule = ruleToMeet(judge.policy, action),
): Demand => ({
  action,
  rule: askedRule(rule, namesIn(call.operation, resources.team && 'team')),
  resources,
  isCall: true,
  ...(change && { change }),
})

/** The context of a change's conditions: the change of a key has a stated value, the whole call has none. */
const contextOf = (
  { world, call: { actor, stated: input } }: Breakdown,
  { resources, change }: CallPart,
): FactContext => ({ place: change ? 'change' : 'call', world, resources, input, actor, ...change })

/** The demands of a change: one, or several if hidden resources choose between its cases. */
const demandsOfChange = (
  breakdown: Breakdown,
  change: Change,
  part: CallPart,
): readonly Demand[] => {
  if (typeof change === 'string') return [demandOf(breakdown, change, part)]
  const { call, hidden } = breakdown
  const cases = casesOf(change)
  const context = contextOf(breakdown, part)
  const chosen = hidden ? possibleCases(cases, context, hidden) : [chosenCase(cases, context)]
  return chosen.map((one) =>
    one
      ? demandOf(breakdown, one.ask, part)
      : demandOf(breakdown, call.operation, part, noCase(part.key)),
  )
}

/**
 * The resources with the team that a map's key names. An unresolved team counts as satisfied, since it
 * is refused later.
 */
const teamNamed = ({ world, call }: Breakdown, key: string, name: string): Resources => {
  const at = pointer(key, name)
  const isRefused = call.unresolved.some((one) => one.pointer === at)
  const team = world.team(name) ?? (isRefused ? unresolved : undefined)
  const { team: _, ...resources } = call.resources
  return { ...resources, ...(team && { team }) }
}

/** The demands of each entry of the map. A value that is not a map is one change. */
const demandsOfMap = (
  breakdown: Breakdown,
  { each, change }: MapChange,
  part: CallPart,
): readonly Demand[] => {
  const { key = '', change: stated } = part
  const value = stated?.value
  if (!isRecord(value)) return demandsOfChange(breakdown, change, part)
  return Object.entries(value).flatMap(([name, item]) => {
    const resources = each === 'team' ? teamNamed(breakdown, key, name) : part.resources
    return demandsOfChange(breakdown, change, { key, resources, change: { value: item } })
  })
}

/** Keys that an update may repeat without asking an action. */
export const ignored: ReadonlySet<string> = new Set(['id', 'etag'])

const demandsOfKeys = (breakdown: Breakdown, { keys, nothing }: OperationChanges): Demands => {
  if (!keys) return { demands: [] }
  const { policy } = breakdown.judge
  const { call } = breakdown
  const { resources, stated = {} } = call
  const demands: Demand[] = []
  for (const [key, value] of Object.entries(stated)) {
    if (ignored.has(key)) continue
    const change = Object.hasOwn(keys, key) ? keys[key] : undefined
    if (change === undefined) {
      return { notOffered: `${policy.title} offers no ${key} in ${call.operation}` }
    }
    const part: CallPart = { key, resources, change: { value } }
    demands.push(
      ...(isMapChange(change)
        ? demandsOfMap(breakdown, change, part)
        : demandsOfChange(breakdown, change, part)),
    )
  }
  if (demands.length > 0 || nothing === undefined) return { demands }
  return { demands: [demandOf(breakdown, nothing, { resources, change: {} })] }
}

/**
 * Breaks a call down into its demands. If hidden resources choose between cases, the demands of all of
 * these.
 */
export const breakDown = (context: PolicyContext, call: Call, hidden?: Hidden): Demands => {
  const { judge, world } = context
  const { policy } = judge
  const changes = policy.changes[call.operation]
  if (!changes) return { notOffered: `${policy.title} does not offer ${call.operation}` }
  const breakdown: Breakdown = { judge, world, call, hidden }
  const part: CallPart = { resources: call.resources }
  const byKind = actionByKind(policy, call, changes)
  if ('notOffered' in byKind) return byKind
  const byKeys = demandsOfKeys(breakdown, changes)
  if ('notOffered' in byKeys) return byKeys
  const demands = [
    ...(changes.always ? demandsOfChange(breakdown, changes.always, part) : []),
    ...(byKind.action === undefined ? [] : [demandOf(breakdown, byKind.action, part)]),
    ...byKeys.demands,
  ]
  // A call without demands is denied to everybody. An unknown kind is refused later, by its own name.
  if (demands.length === 0 && !(changes.ofKind && call.kind !== undefined)) {
    return { demands: [demandOf(breakdown, call.operation, part, noCase(undefined))] }
  }
  return { demands }
}

const areSame = (one: Demand, other: Demand): boolean =>
  one.action === other.action &&
  one.rule === other.rule &&
  one.resources.team === other.resources.team

/** Leaves out demands with the same rule and resources. Rules, unlike guards, do not read stated values. */
export const withoutRepeats = (demands: readonly Demand[]): readonly Demand[] =>
  demands.length < 2
    ? demands
    : demands.filter((demand, index) => demands.findIndex((one) => areSame(one, demand)) === index)
