import type { OrganizationRecord } from '../policy/language/records.ts'
import type { Change } from './journal.ts'
import type { Counters, Store } from './store.ts'

/** A part of the state that changes name, with versions of the type that it makes. */
interface Place {
  setVersion(id: string, version: object | undefined): void
}

/** The places that changes are made in, by name. */
const placesOf = (store: Store): Readonly<Record<string, Place>> => ({
  ...store.tables,
  organization: { setVersion: (_, record: OrganizationRecord) => (store.organization = record) },
  counters: { setVersion: (_, counters: Counters) => (store.counters = counters) },
})

/** Makes the changes of another store that was in the same state. */
export function apply(store: Store, changes: readonly Omit<Change, 'before'>[]): void {
  const places = placesOf(store)
  store.transaction(
    () => {
      for (const { table, id, after } of changes) places[table]?.setVersion(id, after)
    },
    () => true,
  )
}

/** Takes back changes that were kept, the last ones made. It is a change of its own. */
export function revert(store: Store, changes: readonly Change[]): void {
  apply(
    store,
    changes.toReversed().map(({ table, id, before }) => ({ table, id, after: before })),
  )
}
