import type { HistoryEntry } from './history-entry.ts'
import type { Snapshot, SnapshotAuditRecord, SnapshotKept } from './snapshot.ts'
import type { Mail } from '../log/mail.ts'

/** A new version of a record, of the organization, or of the counters; without a version, a deletion. */
export interface RecordChange {
  readonly table: string
  readonly id: string
  readonly after?: object
}

/** What one call did to a state, as JSON. */
export interface CallChange {
  readonly records: readonly RecordChange[]
  /** How many requests were given an id. */
  readonly requests: number
  readonly audit: readonly SnapshotAuditRecord[]
  readonly mails: readonly Mail[]
  readonly kept: readonly SnapshotKept[]
  /** Who could see deleted resources, by the resource's id. */
  readonly lastSeen: Readonly<Record<string, readonly string[]>>
  /** Its entry in the history, if it has one. */
  readonly entry?: HistoryEntry
}

/** A step of a state: what a call did, or a snapshot after anything that takes the state elsewhere. */
export interface StateChange {
  readonly call?: CallChange
  readonly snapshot?: Snapshot
}
