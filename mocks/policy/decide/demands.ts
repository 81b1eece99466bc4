import { isRecord } from '../../../src/core/base/kind-of.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Call } from '../call/call.ts'
import { type Resources, unresolved } from '../world/resources.ts'
import { asksOfKind } from './demands-of-kind.ts'
import { casesOf, isMapChange } from '../language/changes.ts'
import { holds } from '../call/facts.ts'
import type { Hidden } from '../call/hidden.ts'
import type { Change, MapChange, OperationChanges, Policy, Rule } from '../language/policy.ts'
import { possibleCases } from '../call/possible-cases.ts'
import { noCase } from '../language/rules.ts'
import type { World } from '../world/world.ts'

/** One action that a call asks for. All that it asks for must be allowed. */
export interface Ask {
  /** A key of the policy's rules. */
  action: string
  /** What stands for the action's rule, where no case of a change says which action it asks. */
  rule?: Rule
  resources: Resources
  /** Whether it is the change of a key, which states a value (none where no key is stated), or of the whole call. */
  place: 'call' | 'change'
  value?: unknown
}

/** What is asked in one go: about which resources, and with what the call states for it. */
interface About extends Omit<Ask, 'action' | 'rule'> {
  /** The key of the body; undefined for what is asked whatever the body says. */
  key?: string
}

/** What a call asks for, or why the platform does not offer it. */
export type Asks = { asks: readonly Ask[] } | { notOffered: string }

/** A call in a world, with what of it stays hidden from whoever is told about it. */
interface Asking {
  policy: Policy
  world: World
  call: Call
  hidden: Hidden | undefined
}

/** What a change asks: one action, unless something that is hidden chooses between several. */
const asksOfChange = (
  { world, call, hidden }: Asking,
  change: Change,
  { key, ...about }: About,
): readonly Ask[] => {
  if (typeof change === 'string') return [{ action: change, ...about }]
  const { actor, stated: input } = call
  const context = { world, input, actor, ...about }
  const cases = casesOf(change)
  const chosen = hidden
    ? possibleCases(cases, context, hidden)
    : [cases.find(({ when }) => !when || holds(context, when))]
  return chosen.map((one) =>
    one ? { action: one.ask, ...about } : { action: call.operation, rule: noCase(key), ...about },
  )
}

/** The team that a key of a map names. What is refused later as no team's name counts as satisfied. */
const teamNamed = ({ world, call }: Asking, key: string, name: string): Resources => {
  const at = pointer(key, name)
  const isRefused = call.unresolved.some((one) => one.pointer === at)
  const team = world.team(name) ?? (isRefused ? unresolved : undefined)
  const { team: _, ...resources } = call.resources
  return { ...resources, ...(team && { team }) }
}

/** What is no map is one change. */
const asksOfMap = (asking: Asking, { each, change }: MapChange, about: About): readonly Ask[] => {
  const { key = '', value } = about
  if (!isRecord(value)) return asksOfChange(asking, change, about)
  return Object.entries(value).flatMap(([name, item]) => {
    const resources = each === 'team' ? teamNamed(asking, key, name) : about.resources
    return asksOfChange(asking, change, { ...about, resources, value: item })
  })
}

/** Keys that an update may repeat without asking for anything. */
export const ignored: ReadonlySet<string> = new Set(['id', 'etag'])

const asksOfKeys = (asking: Asking, { keys, nothing }: OperationChanges): Asks => {
  if (!keys) return { asks: [] }
  const { policy, call } = asking
  const { resources, stated = {} } = call
  const asks: Ask[] = []
  for (const [key, value] of Object.entries(stated)) {
    if (ignored.has(key)) continue
    const change = Object.hasOwn(keys, key) ? keys[key] : undefined
    if (change === undefined) {
      return { notOffered: `${policy.title} offers no ${key} in ${call.operation}` }
    }
    const about: About = { key, resources, place: 'change', value }
    const asked = isMapChange(change)
      ? asksOfMap(asking, change, about)
      : asksOfChange(asking, change, about)
    asks.push(...asked)
  }
  if (asks.length > 0 || nothing === undefined) return { asks }
  return { asks: [{ action: nothing, resources, place: 'change' }] }
}

const sameAsk = (one: Ask, other: Ask): boolean =>
  one.action === other.action &&
  one.rule === other.rule &&
  one.resources.team === other.resources.team

/**
 * Breaks a call down into what it asks for. Where something that is hidden chooses between cases, it is
 * all that it may ask for.
 */
export const asksOf = (policy: Policy, world: World, call: Call, hidden?: Hidden): Asks => {
  const asking: Asking = { policy, world, call, hidden }
  const changes = policy.changes[call.operation]
  if (!changes) return { notOffered: `${policy.title} does not offer ${call.operation}` }
  const parts = [asksOfKind(policy, call, changes), asksOfKeys(asking, changes)]
  const asks: Ask[] = changes.always
    ? [...asksOfChange(asking, changes.always, { resources: call.resources, place: 'call' })]
    : []
  for (const part of parts) {
    if ('notOffered' in part) return part
    asks.push(...part.asks)
  }
  // What is asked nothing is nobody's; a kind that nobody knows is refused later, as that.
  if (asks.length === 0 && !(changes.ofKind && call.kind !== undefined)) {
    const { operation, resources } = call
    return { asks: [{ action: operation, rule: noCase(undefined), resources, place: 'call' }] }
  }
  return { asks }
}

/** Without those whose rules ask the same: rules know nothing of what is stated, as guards do. */
export const withoutRepeats = (asks: readonly Ask[]): readonly Ask[] =>
  asks.length < 2
    ? asks
    : asks.filter((ask, index) => asks.findIndex((one) => sameAsk(one, ask)) === index)
