import { freeze } from '../shared/freeze.ts'
import type { Journal } from './journal.ts'
import { Ordered, type Sequenced } from './ordered.ts'

/** The values that an index files a record under. */
export type IndexBy<T> = (record: T) => Iterable<string>

const nothing: Ordered<never> = new Ordered<never>()

/**
 * Records by id, natural key and any number of indexes, in order of creation. Records are immutable: a
 * change puts a new version.
 *
 * @typeParam Index - The names of the indexes.
 */
export class Table<T extends Sequenced, Index extends string = never> implements Iterable<T> {
  readonly #journal: Journal
  readonly #naturalKey: ((record: T) => string) | undefined
  readonly #indexes: ReadonlyMap<string, { by: IndexBy<T>; buckets: Buckets<T> }>
  readonly #byId = new Map<string, T>()
  readonly #byKey = new Map<string, T>()
  readonly #all = new Ordered<T>()

  constructor(
    journal: Journal,
    options: { key?: (record: T) => string; indexes: Record<Index, IndexBy<T>> },
  ) {
    this.#journal = journal
    this.#naturalKey = options.key
    this.#indexes = new Map(
      Object.entries<IndexBy<T>>(options.indexes).map(([name, by]) => [
        name,
        { by, buckets: new Map<string, Ordered<T>>() },
      ]),
    )
  }

  get size(): number {
    return this.#byId.size
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#all[Symbol.iterator]()
  }

  /** All records. */
  get all(): Ordered<T> {
    return this.#all
  }

  get(id: string): T | undefined {
    return this.#byId.get(id)
  }

  /** The record with a natural key. */
  byKey(key: string): T | undefined {
    return this.#byKey.get(key)
  }

  /** The records that an index files under a value. */
  where(index: Index, value: string): Ordered<T> {
    return this.#indexes.get(index)?.buckets.get(value) ?? nothing
  }

  /** Adds a record, or replaces its former version. */
  put(record: T): T {
    const before = this.#byId.get(record.id)
    if (before === record) return record
    this.#assertKeyIsFree(record)
    freeze(record)
    const redo = () => this.#replace(before, record)
    redo()
    this.#journal.noteRecord({ undo: () => this.#replace(record, before), redo })
    return record
  }

  delete(id: string): void {
    const before = this.#byId.get(id)
    if (before === undefined) return
    const redo = () => this.#replace(before, undefined)
    redo()
    this.#journal.noteRecord({ undo: () => this.#replace(undefined, before), redo, deleted: id })
  }

  #replace(before: T | undefined, after: T | undefined): void {
    if (after === undefined) {
      if (before !== undefined) this.#unfile(before)
      return
    }
    this.#byId.set(after.id, after)
    this.#all.put(after)
    if (this.#naturalKey !== undefined) {
      if (before !== undefined) this.#byKey.delete(this.#naturalKey(before))
      this.#byKey.set(this.#naturalKey(after), after)
    }
    for (const index of this.#indexes.values()) {
      const values = new Set(index.by(after))
      if (before !== undefined) {
        for (const value of index.by(before)) {
          if (!values.has(value)) withdraw(index.buckets, value, before)
        }
      }
      for (const value of values) enter(index.buckets, value, after)
    }
  }

  #unfile(record: T): void {
    this.#byId.delete(record.id)
    this.#all.delete(record)
    if (this.#naturalKey !== undefined) this.#byKey.delete(this.#naturalKey(record))
    for (const { by, buckets } of this.#indexes.values()) {
      for (const value of by(record)) withdraw(buckets, value, record)
    }
  }

  #assertKeyIsFree(record: T): void {
    if (this.#naturalKey === undefined) return
    const key = this.#naturalKey(record)
    const holder = this.#byKey.get(key)
    if (holder !== undefined && holder.id !== record.id) {
      throw new Error(`Two records have the key "${key}": ${holder.id} and ${record.id}.`)
    }
  }
}

type Buckets<T extends Sequenced> = Map<string, Ordered<T>>

function enter<T extends Sequenced>(buckets: Buckets<T>, value: string, record: T): void {
  let bucket = buckets.get(value)
  if (bucket === undefined) buckets.set(value, (bucket = new Ordered<T>()))
  bucket.put(record)
}

function withdraw<T extends Sequenced>(buckets: Buckets<T>, value: string, record: T): void {
  const bucket = buckets.get(value)
  bucket?.delete(record)
  if (bucket?.size === 0) buckets.delete(value)
}
