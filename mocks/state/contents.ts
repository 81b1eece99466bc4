import { HashedIndex, ListIndex } from './indexes.ts'
import type { Edition } from './keyed.ts'
import { type Listing, listed, listedAlone, listedBy } from './listing.ts'
import { Ordered } from './ordered.ts'
import type { Sequenced } from './ordered-nodes.ts'

/** The values that an index files a record under. */
type ValuesOf<T> = (record: T) => readonly string[]

/** What the records of a table are found by, beside their ids. */
export interface Shape<T, Index extends string> {
  /** The name of the table. */
  readonly name: string
  /** A key that no two records share. */
  readonly key?: (record: T) => string
  /** A long value that follows from the key. It is not stored. */
  readonly secret?: (key: string) => string
  readonly indexes: Readonly<Record<Index, ValuesOf<T>>>
}

/** An index, and the values that it files records under. */
interface Filing<T> {
  readonly valuesOf: ValuesOf<T>
  readonly list: ListIndex
}

/** The records of a table by sequence number, and their numbers by id, key and further values. */
export class Contents<T extends Sequenced, Index extends string> {
  readonly #shape: Shape<T, Index>
  #records = Ordered.map<T>()
  #ids = new HashedIndex()
  #keys = new HashedIndex()
  #secrets = new HashedIndex()
  #lists: ReadonlyMap<string, Filing<T>>

  constructor(shape: Shape<T, Index>) {
    this.#shape = shape
    const all = Object.entries<ValuesOf<T>>(shape.indexes)
    this.#lists = new Map(
      all.map(([index, valuesOf]) => [index, { valuesOf, list: new ListIndex() }]),
    )
  }

  /** The same contents, in constant time. Both must go on with an edition of their own. */
  fork(): Contents<T, Index> {
    const fork = new Contents(this.#shape)
    fork.#records = this.#records
    fork.#ids = this.#ids.fork()
    fork.#keys = this.#keys.fork()
    fork.#secrets = this.#secrets.fork()
    const lists = [...this.#lists]
    fork.#lists = new Map(
      lists.map(([index, { valuesOf, list }]) => [index, { valuesOf, list: list.fork() }]),
    )
    return fork
  }

  get all(): Listing<T> {
    return listed(this.#records)
  }

  get(id: string): T | undefined {
    return this.#ids.find(id, (number) => this.#at(number, (record) => record.id === id))
  }

  byKey(key: string): T | undefined {
    const { key: keyOf } = this.#shape
    const isIt = (record: T) => keyOf?.(record) === key
    return this.#keys.find(key, (number) => this.#at(number, isIt))
  }

  bySecret(secret: string): T | undefined {
    const { key: keyOf, secret: secretOf } = this.#shape
    const isIt = (record: T) => keyOf !== undefined && secretOf?.(keyOf(record)) === secret
    return this.#secrets.find(secret, (number) => this.#at(number, isIt))
  }

  where(index: Index, value: string): Listing<T> {
    const filed = this.#lists.get(index)?.list.where(value)
    if (typeof filed === 'object') return listedBy(filed, this.#records)
    return listedAlone(filed === undefined ? undefined : this.#records.get(filed))
  }

  /** Replaces a version of a record, or no record, by another. */
  replace(before: T | undefined, after: T | undefined, edition: Edition): void {
    const number = (after ?? before)?.sequence
    if (number === undefined) return
    this.#records =
      after === undefined
        ? this.#records.delete(number, edition)
        : this.#records.put(number, after, edition)
    this.#ids.move(number, before?.id, after?.id, edition)
    this.#moveKey(number, before, after, edition)
    for (const { valuesOf, list } of this.#lists.values()) {
      list.move(number, before && valuesOf(before), after && valuesOf(after), edition)
    }
  }

  #moveKey(number: number, before: T | undefined, after: T | undefined, edition: Edition): void {
    const { key, secret } = this.#shape
    const former = before && key?.(before)
    const value = after && key?.(after)
    if (former === value) return
    this.#keys.move(number, former, value, edition)
    if (secret === undefined) return
    const secretOf = (one: string | undefined) => (one === undefined ? undefined : secret(one))
    this.#secrets.move(number, secretOf(former), secretOf(value), edition)
  }

  /** The record with a number, if it is the one wanted. */
  #at(number: number, isIt: (record: T) => boolean): T | undefined {
    const record = this.#records.get(number)
    return record && isIt(record) ? record : undefined
  }
}
