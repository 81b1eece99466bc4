import type { OrganizationRecord, Settings } from '../policy/language/records.ts'
import { freeze } from '../shared/freeze.ts'
import { makeId, type Identified } from './ids.ts'
import { type Change, Journal } from './journal.ts'
import { type Pace, Pacemaker } from './pace.ts'
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

/** A part of the state that changes name, with versions of the type that it makes. */
interface Place {
  setVersion(id: string, version: object | undefined): void
}

/** The whole state of a platform. The same seed and changes give the same bytes. */
export class Store {
  readonly seed: string
  readonly settings: Settings
  readonly tables: Tables
  readonly byType: TablesByType
  readonly #journal = new Journal()
  readonly #pacemaker: Pacemaker
  #organization: OrganizationRecord | undefined
  #counters: Counters = { sequence: 0, ids: {}, now: start }
  #clock: { readonly now: number; readonly text: string } | undefined

  constructor(seed: string, settings: Settings, original?: Store) {
    this.seed = seed
    this.settings = freeze(settings)
    this.tables = original
      ? forkTables(original.tables, this.#journal)
      : makeTables(this.#journal, seed)
    this.byType = tablesByType(this.tables)
    this.#pacemaker = original ? original.#pacemaker.copy() : new Pacemaker()
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
    const { now } = this.#counters
    if (this.#clock?.now !== now) this.#clock = { now, text: new Date(now).toISOString() }
    return this.#clock.text
  }

  /** The sequence number of the next record. All existing records have smaller ones. */
  get nextSequence(): number {
    return this.#counters.sequence + 1
  }

  /** The time that the clock shows between two calls. */
  get clockTime(): string {
    return new Date(this.#pacemaker.between(this.#counters.now)).toISOString()
  }

  get pace(): Pace {
    return this.#pacemaker.pace
  }

  /** Advances the time for a change. */
  tick(): void {
    this.#setNow(this.#pacemaker.afterChange(this.#counters.now))
  }

  /** Moves a running clock to the present. A call has one time from its begin to its end. */
  keepPace(): void {
    this.#setNow(this.#pacemaker.between(this.#counters.now))
  }

  /** Sets the time, in milliseconds since 1970. */
  setTime(now: number): void {
    this.#setNow(now)
    this.#pacemaker.start(now)
  }

  /** Chooses what moves the clock from now on. */
  setPace(pace: Pace): void {
    this.keepPace()
    this.#pacemaker.pace = pace
    this.#pacemaker.start(this.#counters.now)
  }

  /** Lets the clock go on at its pace from a time that it showed between two calls. */
  resume(pace: Pace, shown: number): void {
    this.#pacemaker.pace = pace
    this.#pacemaker.start(shown)
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

  /** Takes back changes that were kept, the last ones made. It is a change of its own. */
  revert(changes: readonly Change[]): void {
    this.apply(changes.toReversed().map(({ table, id, before }) => ({ table, id, after: before })))
  }

  /** Makes the changes of another store that was in the same state. */
  apply(changes: readonly Omit<Change, 'before'>[]): void {
    const places = this.#places
    this.transaction(
      () => {
        for (const { table, id, after } of changes) places[table]?.setVersion(id, after)
      },
      () => true,
    )
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

  /** The places that changes are made in, by name. */
  get #places(): Readonly<Record<string, Place>> {
    return {
      ...this.tables,
      organization: { setVersion: (_, record: OrganizationRecord) => (this.organization = record) },
      counters: { setVersion: (_, counters: Counters) => this.#count(counters) },
    }
  }

  #hasId(type: Identified, id: string): boolean {
    const { tables, byType } = this
    if (type === 'organization') return false
    if (type === 'key') return tables.keys.get(id) !== undefined
    return (byType[type].get(id) ?? tables.former.get(id)) !== undefined
  }

  #setNow(now: number): void {
    if (now !== this.#counters.now) this.#count({ ...this.#counters, now })
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
