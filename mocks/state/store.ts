import type { OrganizationRecord, Settings } from '../policy/language/records.ts'
import { freeze } from '../shared/freeze.ts'
import { makeId, type Identified } from './ids.ts'
import { type Change, Journal, type UndoableChange } from './journal.ts'
import { forkTables, makeTables, type Tables, tablesByType, type TablesByType } from './tables.ts'

/** The time at which a new mock's clock starts. It does not follow the real time. */
const start = Date.parse('2026-01-05T09:00:00.000Z')
const second = 1000

/** The counters of a store, which only ever grow. */
interface Counters {
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
  readonly #journal = new Journal()
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

  /** The same object until a record changes. */
  get state(): object {
    return this.#journal.state
  }

  /** The time, ISO 8601. Only {@link Store.tick} advances it. */
  get now(): string {
    const { now } = this.#counters
    if (this.#clock?.now !== now) this.#clock = { now, text: new Date(now).toISOString() }
    return this.#clock.text
  }

  /** The sequence number of the next record. All existing records have smaller ones. */
  get nextSequence(): number {
    return this.#counters.sequence + 1
  }

  /** Advances the time by a second. */
  tick(): void {
    this.#count({ ...this.#counters, now: this.#counters.now + second })
  }

  /** Makes a new id, with the next sequence number and the time. */
  birth(type: Identified): Birth {
    const { ids, sequence, now } = this.#counters
    const count = (ids[type] ?? 0) + 1
    this.#count({ now, sequence: sequence + 1, ids: { ...ids, [type]: count } })
    return { id: makeId(type, this.seed, count), sequence: sequence + 1, createdAt: this.now }
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

  #count(next: Counters): void {
    const set = (counters: Counters) => (this.#counters = counters)
    this.#journal.makeUnseen(new ValueChange('counters', 'counters', this.#counters, next, set))
  }
}

/** The change of a value beside the tables. */
class ValueChange<
  Before extends object | undefined,
  After extends object,
> implements UndoableChange {
  readonly table: string
  readonly id: string
  readonly before: Before
  readonly after: After
  readonly #set: (value: Before | After) => void

  constructor(
    table: string,
    id: string,
    before: Before,
    after: After,
    set: (value: Before | After) => void,
  ) {
    this.table = table
    this.id = id
    this.before = before
    this.after = after
    this.#set = set
  }

  redo(): void {
    this.#set(this.after)
  }

  undo(): void {
    this.#set(this.before)
  }
}

/** Asserts that a record exists, after earlier checks have found it. */
export function found<T>(record: T | undefined): T {
  if (record === undefined) throw new Error('The operation works on something that does not exist.')
  return record
}
