import { apply } from '../state/apply.ts'
import { BrokenAnswer, type RecordOf, render } from '../state/render.ts'
import { Log, type LogJson } from '../log/log.ts'
import type { Platform } from '../platform/platform.ts'
import { Overrides } from '../platform/overrides.ts'
import { brokenIn, type CompiledPolicy, type World } from '../policy/index.ts'
import { namedTypes, type ResourceType } from '../policy/language/resource-types.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { Store } from '../state/store.ts'
import { worldOf } from '../state/world.ts'
import { type Misfit, misfits } from './misfits.ts'
import { clashes } from './clashes.ts'
import { keptFromJson } from './kept.ts'
import type { Snapshot, SnapshotLog, SnapshotState } from './snapshot.ts'
import { wrongValues } from './values.ts'

/**
 * The platform of a snapshot of the right shape.
 *
 * @param compiled - The policy of the snapshot.
 * @throws {@link ConfigurationError} with the first place that does not fit the policy, or the rest.
 */
export function loadSnapshot(snapshot: Snapshot, compiled: CompiledPolicy): Platform {
  const own = structuredClone(snapshot)
  for (const { at, text } of wrongIn(own, compiled)) {
    throw new ConfigurationError(`snapshot.${at} ${text}`)
  }
  const { state, log, clock, scenario, explain } = own
  const store = storeFrom(state)
  store.clock.resume(clock.pace, Date.parse(clock.now))
  checkShown(store, state)
  const world = worldOf(store)
  checkInvariants(own, compiled, world)
  return {
    store,
    world,
    compiled,
    log: Log.from(state.seed, logFrom(log)),
    personas: scenario.personas,
    explanations: explain,
    overrides: new Overrides(),
  }
}

function* wrongIn(snapshot: Snapshot, { policy }: CompiledPolicy): Generator<Misfit> {
  yield* wrongValues(snapshot)
  for (const find of [clashes, misfits]) {
    for (const { at, text } of find(snapshot.state, policy)) yield { at: `state.${at}`, text }
  }
}

const logFrom = ({ kept, lastSeen, ...log }: SnapshotLog): LogJson => ({
  ...log,
  kept: kept.map(keptFromJson),
  lastSeen: Object.entries(lastSeen).map(([id, users]) => [id, new Set(users)]),
})

function storeFrom({ seed, settings, organization, counters, ...records }: SnapshotState): Store {
  const store = new Store(seed, settings)
  store.organization = organization
  const changes = Object.entries(records).flatMap(([table, list]) =>
    list.map((record) => ({ table, id: record.id, after: record })),
  )
  apply(store, changes)
  store.counters = counters
  return store
}

/** Throws if the state breaks an invariant that it kept when the snapshot was taken. */
function checkInvariants(
  { broken = [] }: Snapshot,
  { policy }: CompiledPolicy,
  world: World,
): void {
  const fresh = brokenIn(policy, world).find(({ rule }) => !broken.includes(rule))
  if (fresh !== undefined) {
    throw new ConfigurationError(`snapshot.state.${fresh.of}: ${fresh.text}`)
  }
}

/** Throws if the API could not show a record: a value of the right type that no call would accept. */
function checkShown({ organization, byType }: Store, state: SnapshotState): void {
  check('organization', organization, () => 'organization')
  for (const type of namedTypes) {
    const list = `${type}s` as const
    for (const record of byType[type]) {
      check(type, record, () => `${list}[${state[list].findIndex(({ id }) => id === record.id)}]`)
    }
  }
}

function check<Type extends ResourceType>(
  type: Type,
  record: RecordOf<Type>,
  place: () => string,
): void {
  try {
    render(type, record)
  } catch (error) {
    if (!(error instanceof BrokenAnswer)) throw error
    const { told } = error
    throw new ConfigurationError(`snapshot.state.${place()} can't be shown: ${told}.`, {
      cause: error,
    })
  }
}
