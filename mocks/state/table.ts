import { freeze } from '../shared/freeze.ts'
import { Contents, type Shape } from './contents.ts'
import type { Journal } from './journal.ts'
import type { Edition } from './keyed.ts'
import type { Listing } from './listing.ts'
import type { Sequenced } from './ordered-nodes.ts'
import { TableChange } from './table-change.ts'

/**
 * Records by id, key and any number of indexes, in order of creation. Records are immutable: a change puts
 * a new version, with the same id and sequence number.
 *
 * @typeParam Index - The names of the indexes.
 */
export class Table<T extends Sequenced, Index extends string = never> implements Iterable<T> {
  readonly #shape: Shape<T, Index>
  readonly #journal: Journal
  readonly #contents: Contents<T, Index>
  #edition: Edition = {}

  private constructor(
    shape: Shape<T, Index>,
    journal: Journal,
    contents: Contents<T, Index> = new Contents(shape),
  ) {
    this.#shape = shape
    this.#journal = journal
    this.#contents = contents
  }

  /** A table without records. */
  static of<T extends Sequenced, Index extends string = never>(
    journal: Journal,
    shape: Shape<T, Index>,
  ): Table<T, Index> {
    return new Table(shape, journal)
  }

  /** A table with the same records, in constant time. Neither sees later changes of the other. */
  fork(journal: Journal): Table<T, Index> {
    this.#edition = {}
    return new Table(this.#shape, journal, this.#contents.fork())
  }

  get name(): string {
    return this.#shape.name
  }

  get size(): number {
    return this.all.size
  }

  [Symbol.iterator](): Iterator<T> {
    return this.all[Symbol.iterator]()
  }

  /** All records. */
  get all(): Listing<T> {
    return this.#contents.all
  }

  get(id: string): T | undefined {
    return this.#contents.get(id)
  }

  byKey(key: string): T | undefined {
    return this.#contents.byKey(key)
  }

  bySecret(secret: string): T | undefined {
    return this.#contents.bySecret(secret)
  }

  /** The records that an index files under a value. */
  where(index: Index, value: string): Listing<T> {
    return this.#contents.where(index, value)
  }

  /** Adds a record, or replaces its former version. */
  put(record: T): T {
    const before = this.get(record.id)
    if (before === record) return record
    this.#assertFree(record)
    freeze(record)
    this.#journal.make(new TableChange(this, record.id, before, record))
    return record
  }

  delete(id: string): void {
    const before = this.get(id)
    if (before !== undefined) this.#journal.make(new TableChange(this, id, before, undefined))
  }

  /** Puts a version of a record, or deletes the record. */
  setVersion(id: string, version: T | undefined): void {
    if (version === undefined) this.delete(id)
    else this.put(version)
  }

  /** Replaces a version of a record, or no record, by another. The journal alone calls this. */
  replace(before: T | undefined, after: T | undefined): void {
    this.#contents.replace(before, after, this.#edition)
  }

  /** Throws if another record has the key. */
  #assertFree(record: T): void {
    const value = this.#shape.key?.(record)
    const holder = value === undefined ? undefined : this.byKey(value)
    if (holder !== undefined && holder.id !== record.id) {
      throw new Error(`Two records have the key "${value}": ${holder.id} and ${record.id}.`)
    }
  }
}
