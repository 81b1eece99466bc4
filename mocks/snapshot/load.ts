import { BrokenAnswer, type RecordOf, render } from '../state/render.ts'
import { Log, type LogJson } from '../log/log.ts'
import type { Platform } from '../platform/platform.ts'
import { Overrides } from '../platform/overrides.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import { namedTypes, type ResourceType } from '../policy/language/resource-types.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { Store } from '../state/store.ts'
import { worldOf } from '../state/world.ts'
import { misfits } from './misfits.ts'
import { clashes } from './clashes.ts'
import { keptFromJson } from './kept.ts'
import type { Snapshot, SnapshotLog, SnapshotState } from './snapshot.ts'

/**
 * The platform of a snapshot of the right shape.
 *
 * @param compiled - The policy of the snapshot.
 * @throws {@link ConfigurationError} with the first place that does not fit the policy, or the rest.
 */
export function loadSnapshot(snapshot: Snapshot, compiled: CompiledPolicy): Platform {
  const { state, log, clock, scenario, explain } = structuredClone(snapshot)
  for (const { at, text } of [...clashes(state), ...misfits(state, compiled.policy)]) {
    throw new ConfigurationError(`snapshot.state.${at} ${text}`)
  }
  const store = storeFrom(state)
  store.setPace(clock.pace)
  checkShown(store)
  return {
    store,
    world: worldOf(store),
    compiled,
    log: Log.from(state.seed, logFrom(log)),
    personas: scenario.personas,
    explanations: explain,
    overrides: new Overrides(),
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
  store.apply(changes)
  store.counters = counters
  return store
}

/** Throws if the API could not show a record: a value of the right type that no call would accept. */
function checkShown({ organization, byType }: Store): void {
  check('organization', [organization])
  for (const type of namedTypes) check(type, byType[type])
}

function check<Type extends ResourceType>(type: Type, records: Iterable<RecordOf<Type>>): void {
  for (const record of records) {
    try {
      render(type, record)
    } catch (error) {
      if (!(error instanceof BrokenAnswer)) throw error
      throw new ConfigurationError(
        `snapshot.state: the ${type} ${record.id} can't be shown: ${error.told}.`,
        { cause: error },
      )
    }
  }
}
