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
import type { Change, MapChange, OperationChanges, Policy, Rule } from '../language/policy.ts'
import { chosenCase, possibleCases } from '../call/cases.ts'
import { noCase, ruleToMeet } from '../language/rules.ts'
import type { World } from '../world/world.ts'

/** What is asked in one go: about which resources, and with what the call states for it. */
interface CallPart extends Pick<Demand, 'resources' | 'change'> {
  /** The key of the body; undefined for what is asked whatever the body says. */
  key?: string
}

/** A call in a world, with what of it stays hidden from whoever is told about it. */
interface Breakdown {
  policy: Policy
  world: World
  call: Call
  hidden: Hidden | undefined
}

/** The demand to be allowed the action, or to meet what stands for its rule where no case says which. */
const demandOf = (
  { policy, call }: Breakdown,
  action: string,
  { resources, change }: CallPart,
  rule: Rule = ruleToMeet(policy, action),
): Demand => ({
  action,
  rule: askedRule(rule, namesIn(call.operation, resources.team && 'team')),
  resources,
  isCall: true,
  ...(change && { change }),
})

/** Where the conditions of a change stand: in that of a key, which states a value, or in the whole call. */
const contextOf = (
  { world, call: { actor, stated: input } }: Breakdown,
  { resources, change }: CallPart,
): FactContext => ({ place: change ? 'change' : 'call', world, resources, input, actor, ...change })

/** What a change demands: one action, unless something that is hidden chooses between several. */
const demandsOfChange = (whole: Breakdown, change: Change, part: CallPart): readonly Demand[] => {
  if (typeof change === 'string') return [demandOf(whole, change, part)]
  const { call, hidden } = whole
  const cases = casesOf(change)
  const context = contextOf(whole, part)
  const chosen = hidden ? possibleCases(cases, context, hidden) : [chosenCase(cases, context)]
  return chosen.map((one) =>
    one ? demandOf(whole, one.ask, part) : demandOf(whole, call.operation, part, noCase(part.key)),
  )
}

/** The team that a key of a map names. What is refused later as no team's name counts as satisfied. */
const teamNamed = ({ world, call }: Breakdown, key: string, name: string): Resources => {
  const at = pointer(key, name)
  const isRefused = call.unresolved.some((one) => one.pointer === at)
  const team = world.team(name) ?? (isRefused ? unresolved : undefined)
  const { team: _, ...resources } = call.resources
  return { ...resources, ...(team && { team }) }
}

/** What is no map is one change. */
const demandsOfMap = (
  whole: Breakdown,
  { each, change }: MapChange,
  part: CallPart,
): readonly Demand[] => {
  const { key = '', change: stated } = part
  const value = stated?.value
  if (!isRecord(value)) return demandsOfChange(whole, change, part)
  return Object.entries(value).flatMap(([name, item]) => {
    const resources = each === 'team' ? teamNamed(whole, key, name) : part.resources
    return demandsOfChange(whole, change, { key, resources, change: { value: item } })
  })
}

/** Keys that an update may repeat without asking for anything. */
export const ignored: ReadonlySet<string> = new Set(['id', 'etag'])

const demandsOfKeys = (whole: Breakdown, { keys, nothing }: OperationChanges): Demands => {
  if (!keys) return { demands: [] }
  const { policy, call } = whole
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
        ? demandsOfMap(whole, change, part)
        : demandsOfChange(whole, change, part)),
    )
  }
  if (demands.length > 0 || nothing === undefined) return { demands }
  return { demands: [demandOf(whole, nothing, { resources, change: {} })] }
}

/**
 * Breaks a call down into what it demands. Where something that is hidden chooses between cases, it is
 * all that it may demand.
 */
export const breakDown = (policy: Policy, world: World, call: Call, hidden?: Hidden): Demands => {
  const changes = policy.changes[call.operation]
  if (!changes) return { notOffered: `${policy.title} does not offer ${call.operation}` }
  const whole: Breakdown = { policy, world, call, hidden }
  const part: CallPart = { resources: call.resources }
  const byKind = actionByKind(policy, call, changes)
  if ('notOffered' in byKind) return byKind
  const byKeys = demandsOfKeys(whole, changes)
  if ('notOffered' in byKeys) return byKeys
  const demands = [
    ...(changes.always ? demandsOfChange(whole, changes.always, part) : []),
    ...(byKind.action === undefined ? [] : [demandOf(whole, byKind.action, part)]),
    ...byKeys.demands,
  ]
  // What demands nothing is nobody's; a kind that nobody knows is refused later, as that.
  if (demands.length === 0 && !(changes.ofKind && call.kind !== undefined)) {
    return { demands: [demandOf(whole, call.operation, part, noCase(undefined))] }
  }
  return { demands }
}

const areSame = (one: Demand, other: Demand): boolean =>
  one.action === other.action &&
  one.rule === other.rule &&
  one.resources.team === other.resources.team

/** Without those whose rules ask the same: rules know nothing of what is stated, as guards do. */
export const withoutRepeats = (demands: readonly Demand[]): readonly Demand[] =>
  demands.length < 2
    ? demands
    : demands.filter((demand, index) => demands.findIndex((one) => areSame(one, demand)) === index)
