import type { OrganizationRecord, Settings } from '../policy/language/records.ts'
import { freeze } from '../shared/freeze.ts'
import { StoreClock } from './store-clock.ts'
import { makeId, type Identified } from './ids.ts'
import { type Change, Journal } from './journal.ts'
import { forkTables, makeTables, type Tables, tablesByType, type TablesByType } from './tables.ts'
import { ValueChange } from './value-change.ts'

/** The time at which a new mock's clock starts. It does not follow the real time. */
const start = Date.parse('2026-01-05T09:00:00.000Z')

/** The counters of a store, which only ever grow. */
export interface Counters {
  readonly sequence: number
  readonly ids: Readonly<Partial<Record<Identified, number>>>
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The parts that every new record gets. */
export interface Birth {
  readonly id: string
  readonly sequence: number
  readonly createdAt: string
}

/** The whole state of a platform. The same seed and changes give the same bytes. */
export class Store {
  readonly seed: string
  readonly settings: Settings
  readonly tables: Tables
  readonly byType: TablesByType
  readonly clock: StoreClock
  readonly #journal = new Journal()
  #organization: OrganizationRecord | undefined
  #counters: Counters = { sequence: 0, ids: {}, now: start }

  constructor(seed: string, settings: Settings, original?: Store) {
    this.seed = seed
    this.settings = freeze(settings)
    this.tables = original
      ? forkTables(original.tables, this.#journal)
      : makeTables(this.#journal, seed)
    this.byType = tablesByType(this.tables)
    const time = {
      get: () => this.#counters.now,
      set: (now: number) => this.#count({ ...this.#counters, now }),
    }
    this.clock = new StoreClock(time, original?.clock)
    if (original === undefined) return
    this.#organization = original.#organization
    this.#counters = original.#counters
  }

  /**
   * A store with the same records, in constant time: both share them until one changes. It has a state of
   * its own, no open transaction and no listener.
   */
  fork(): Store {
    return new Store(this.seed, this.settings, this)
  }

  /** Called with the changes of each outermost transaction that is kept, oldest first. */
  get onCommit(): ((changes: readonly Change[]) => void) | undefined {
    return this.#journal.onCommit
  }

  set onCommit(listener: ((changes: readonly Change[]) => void) | undefined) {
    this.#journal.onCommit = listener
  }

  get organization(): OrganizationRecord {
    if (this.#organization === undefined) throw new Error('The scenario made no organization.')
    return this.#organization
  }

  set organization(record: OrganizationRecord) {
    const set = (version: OrganizationRecord | undefined) => (this.#organization = version)
    const change = new ValueChange(
      'organization',
      record.id,
      this.#organization,
      freeze(record),
      set,
    )
    this.#journal.make(change)
  }

  get counters(): Counters {
    return this.#counters
  }

  set counters(counters: Counters) {
    this.#count(counters)
  }

  /** The same object until a record changes. */
  get state(): object {
    return this.#journal.state
  }

  /** The time of the current call, ISO 8601. */
  get now(): string {
    return this.clock.now
  }

  /** The sequence number of the next record. All existing records have smaller ones. */
  get nextSequence(): number {
    return this.#counters.sequence + 1
  }

  /** Makes a new id, with the next sequence number and the time. */
  birth(type: Identified): Birth {
    const { ids, sequence, now } = this.#counters
    let count = (ids[type] ?? 0) + 1
    let id = makeId(type, this.seed, count)
    // A snapshot may bring records with ids that this mock has not given yet.
    while (this.#hasId(type, id)) id = makeId(type, this.seed, (count += 1))
    this.#count({ now, sequence: sequence + 1, ids: { ...ids, [type]: count } })
    return { id, sequence: sequence + 1, createdAt: this.now }
  }

  /** Runs the work. Undoes its changes if it throws, or if `keep` returns false. */
  transaction<T>(work: () => T, keep: (result: T) => boolean): T {
    return this.#journal.transaction(work, keep)
  }

  /** Ids of records deleted since the innermost transaction began. Some may exist again. */
  get deleted(): readonly string[] {
    return this.#journal.deleted
  }

  /** Runs the work on the state from before the innermost transaction. It must change nothing. */
  before<T>(work: () => T): T {
    return this.#journal.before(work)
  }

  /** All records, in a fixed order. */
  toJSON(): Record<string, unknown> {
    const tables: [string, unknown][] = []
    for (const [name, table] of Object.entries(this.tables)) tables.push([name, [...table]])
    return {
      seed: this.seed,
      settings: this.settings,
      organization: this.#organization,
      counters: this.#counters,
      ...Object.fromEntries<unknown>(tables),
    }
  }

  #hasId(type: Identified, id: string): boolean {
    const { tables, byType } = this
    if (type === 'organization') return false
    if (type === 'key') return tables.keys.get(id) !== undefined
    return (byType[type].get(id) ?? tables.former.get(id)) !== undefined
  }

  #count(next: Counters): void {
    if (!this.#journal.isOpen) {
      this.#counters = next
      return
    }
    const set = (counters: Counters) => (this.#counters = counters)
    this.#journal.makeUnseen(new ValueChange('counters', 'counters', this.#counters, next, set))
  }
}

/** Asserts that a record exists, after earlier checks have found it. */
export function found<T>(record: T | undefined): T {
  if (record === undefined) throw new Error('The operation works on something that does not exist.')
  return record
}
