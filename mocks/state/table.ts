import { freeze } from '../shared/freeze.ts'
import { HashedIndex, type IndexBy, ListIndex, UniqueIndex } from './indexes.ts'
import type { Journal } from './journal.ts'
import type { Edition } from './keyed.ts'
import { Ordered } from './ordered.ts'
import type { Sequenced } from './ordered-nodes.ts'
import { TableChange } from './table-change.ts'

type ValueOf<T> = (record: T) => string

/** What the records of a table are found by, beside their ids. */
interface Shape<T, Index extends string> {
  /** The name of the table. */
  readonly name: string
  /** A key that no two records share. */
  readonly key?: ValueOf<T>
  /** A long value that no two records share. It is not stored. */
  readonly secret?: ValueOf<T>
  readonly indexes: Readonly<Record<Index, IndexBy<T>>>
}

interface Contents<T extends Sequenced> {
  readonly byId: UniqueIndex<T>
  readonly byKey: UniqueIndex<T> | undefined
  readonly bySecret: HashedIndex<T> | undefined
  readonly lists: ReadonlyMap<string, ListIndex<T>>
  all: Ordered<T>
}

/**
 * Records by id, key and any number of indexes, in order of creation. Records are immutable: a change puts
 * a new version.
 *
 * @typeParam Index - The names of the indexes.
 */
export class Table<T extends Sequenced, Index extends string = never> implements Iterable<T> {
  readonly name: string
  readonly #journal: Journal
  readonly #contents: Contents<T>
  #edition: Edition = {}

  private constructor(name: string, journal: Journal, contents: Contents<T>) {
    this.name = name
    this.#journal = journal
    this.#contents = contents
  }

  /** A table without records. */
  static of<T extends Sequenced, Index extends string = never>(
    journal: Journal,
    { name, key, secret, indexes }: Shape<T, Index>,
  ): Table<T, Index> {
    const lists = Object.entries<IndexBy<T>>(indexes)
    return new Table(name, journal, {
      byId: new UniqueIndex<T>(({ id }) => id),
      byKey: key && new UniqueIndex(key),
      bySecret: secret && new HashedIndex(secret),
      lists: new Map(lists.map(([index, by]) => [index, new ListIndex(by)])),
      all: Ordered.of<T>(),
    })
  }

  /** A table with the same records, in constant time. Neither sees later changes of the other. */
  fork(journal: Journal): Table<T, Index> {
    this.#edition = {}
    const { byId, byKey, bySecret, lists, all } = this.#contents
    return new Table(this.name, journal, {
      byId: byId.fork(),
      byKey: byKey?.fork(),
      bySecret: bySecret?.fork(),
      lists: new Map([...lists].map(([index, list]) => [index, list.fork()])),
      all,
    })
  }

  get size(): number {
    return this.#contents.all.size
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#contents.all[Symbol.iterator]()
  }

  /** All records. */
  get all(): Ordered<T> {
    return this.#contents.all
  }

  get(id: string): T | undefined {
    return this.#contents.byId.get(id)
  }

  byKey(key: string): T | undefined {
    return this.#contents.byKey?.get(key)
  }

  bySecret(secret: string): T | undefined {
    return this.#contents.bySecret?.get(secret)
  }

  /** The records that an index files under a value. */
  where(index: Index, value: string): Ordered<T> {
    return this.#contents.lists.get(index)?.where(value) ?? Ordered.of<T>()
  }

  /** Adds a record, or replaces its former version. */
  put(record: T): T {
    const before = this.get(record.id)
    if (before === record) return record
    this.#contents.byKey?.assertFree(record)
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
    const contents = this.#contents
    const { byId, byKey, bySecret, lists } = contents
    const edition = this.#edition
    byId.replace(before, after, edition)
    byKey?.replace(before, after, edition)
    bySecret?.replace(before, after, edition)
    for (const list of lists.values()) list.replace(before, after, edition)
    if (after !== undefined) contents.all = contents.all.put(after, edition)
    else if (before !== undefined) contents.all = contents.all.delete(before, edition)
  }
}
