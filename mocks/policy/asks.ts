import { isRecord } from '../../src/core/record.ts'
import { type Call, type Things, unknown } from './call.ts'
import { casesOf, isMapChange } from './changes.ts'
import { holds } from './facts.ts'
import type { Hidden } from './hidden.ts'
import type { Change, MapChange, OperationChanges, Policy } from './policy.ts'
import { possibleCases } from './possible-cases.ts'
import type { World } from './world.ts'

/** One action that a call asks for. All that it asks for must be allowed. */
export interface Ask {
  /** A key of the policy's rules. */
  action: string
  things: Things
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
  { policy, world, call, hidden }: Asking,
  change: Change,
  things: Things,
  value: unknown,
): readonly Ask[] => {
  if (typeof change === 'string') return [{ action: change, things }]
  const context = { world, things, input: call.input, value }
  const cases = casesOf(change)
  const first = hidden ? undefined : cases.find(({ when }) => !when || holds(context, when))
  if (first) return [{ action: first.ask, things }]
  const possible = hidden ? possibleCases(cases, context, hidden) : []
  if (possible.length === 0) {
    throw new Error(`${policy.name}: no case of a change of ${call.operation} applies.`)
  }
  return possible.map(({ ask }) => ({ action: ask, things }))
}

const asksOfMap = (asking: Asking, map: MapChange, stated: unknown): readonly Ask[] => {
  const { world, call } = asking
  return Object.entries(isRecord(stated) ? stated : {}).flatMap(([key, value]) => {
    const things: Things =
      map.each === 'team' ? { ...call.things, team: world.team(key) ?? unknown } : call.things
    return asksOfChange(asking, map.change, things, value)
  })
}

/** Keys that an update may repeat without asking for anything. */
const ignored = new Set(['id', 'etag'])

const asksOfKeys = (asking: Asking, { keys, nothing }: OperationChanges): Asks => {
  if (!keys) return { asks: [] }
  const { policy, call } = asking
  const input = call.input ?? {}
  const asks: Ask[] = []
  for (const key of Object.keys(input)) {
    if (ignored.has(key)) continue
    const change = Object.hasOwn(keys, key) ? keys[key] : undefined
    if (change === undefined) {
      return { notOffered: `${policy.title} offers no ${key} in ${call.operation}` }
    }
    const asked = isMapChange(change)
      ? asksOfMap(asking, change, input[key])
      : asksOfChange(asking, change, call.things, input[key])
    asks.push(...asked)
  }
  if (asks.length > 0 || nothing === undefined) return { asks }
  return { asks: [{ action: nothing, things: call.things }] }
}

/** The kind's own action for the operation; undefined where it offers none. */
export const actionOfKind = (
  policy: Policy,
  kind: string,
  verb: NonNullable<OperationChanges['ofKind']>,
  run?: string,
): string | undefined => {
  const definition = Object.hasOwn(policy.kinds, kind) ? policy.kinds[kind] : undefined
  if (verb !== 'run') return definition?.[verb]
  return run === undefined ? undefined : definition?.run?.[run]?.ask
}

/** Why what is done to artifacts cannot be done to those of a kind. */
export const notOfKind = ({ title }: Policy, what: string, kind: string): string =>
  `${title} offers no ${what} for artifacts of kind ${kind}`

const asksOfKind = (policy: Policy, call: Call, changes: OperationChanges): Asks => {
  const { kind, run, things } = call
  const { ofKind: verb } = changes
  if (!verb) return { asks: [] }
  const isUnknown = kind !== undefined && !Object.hasOwn(policy.kinds, kind)
  if (kind === undefined || isUnknown) return { asks: [] }
  // A list, which names no artifact, asks about a kind only in a project.
  const lists = verb === 'get' && !things.artifact
  if (lists && changes.always && !things.project) return { asks: [] }
  const action = actionOfKind(policy, kind, verb, run)
  if (action === undefined) {
    return { notOffered: notOfKind(policy, run ?? verb, kind) }
  }
  return { asks: [{ action, things }] }
}

const sameAsk = (one: Ask, other: Ask): boolean =>
  one.action === other.action && one.things.team === other.things.team

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
    ? [...asksOfChange(asking, changes.always, call.things, undefined)]
    : []
  for (const part of parts) {
    if ('notOffered' in part) return part
    asks.push(...part.asks)
  }
  if (asks.length < 2) return { asks }
  return {
    asks: asks.filter((ask, index) => asks.findIndex((one) => sameAsk(one, ask)) === index),
  }
}
