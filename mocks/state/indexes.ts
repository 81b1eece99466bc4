import { type Edition, hashOf, type Key, Keyed } from './keyed.ts'
import { Ordered } from './ordered.ts'
import type { Sequenced } from './ordered-nodes.ts'

/** An index of a table that can be forked. Table and fork must both go on with an edition of their own. */
interface Forking<T> {
  fork(): Forking<T>
  /** Files a record in place of its former version. */
  replace(before: T | undefined, after: T | undefined, edition: Edition): void
}

/** Finds a record by a value that no two records share. */
export class UniqueIndex<T extends Sequenced> implements Forking<T> {
  readonly #valueOf: (record: T) => string
  readonly #records: Keyed<string, T>

  constructor(valueOf: (record: T) => string, records = new Keyed<string, T>()) {
    this.#valueOf = valueOf
    this.#records = records
  }

  fork(): UniqueIndex<T> {
    return new UniqueIndex(this.#valueOf, this.#records.fork())
  }

  get(value: string): T | undefined {
    return this.#records.get(value)
  }

  replace(before: T | undefined, after: T | undefined, edition: Edition): void {
    const former = before && this.#valueOf(before)
    const value = after && this.#valueOf(after)
    if (former !== undefined && former !== value) this.#records.delete(former, edition)
    if (after !== undefined && value !== undefined) this.#records.set(value, after, edition)
  }

  /** Throws if another record has the value. */
  assertFree(record: T): void {
    const value = this.#valueOf(record)
    const holder = this.#records.get(value)
    if (holder !== undefined && holder.id !== record.id) {
      throw new Error(`Two records have the key "${value}": ${holder.id} and ${record.id}.`)
    }
  }
}

/** The values that an index files a record under. */
export type IndexBy<T, K extends Key = string> = (record: T) => readonly K[]

/** The records of a value. Most values have one record, which needs no list. */
type Filed<T extends Sequenced> = T | Ordered<T>

const nothing: Ordered<never> = Ordered.of()

/** Lists the records of a value, in order of creation. */
export class ListIndex<T extends Sequenced, K extends Key = string> implements Forking<T> {
  readonly #valuesOf: IndexBy<T, K>
  readonly #filed: Keyed<K, Filed<T>>

  constructor(valuesOf: IndexBy<T, K>, filed = new Keyed<K, Filed<T>>()) {
    this.#valuesOf = valuesOf
    this.#filed = filed
  }

  fork(): ListIndex<T, K> {
    return new ListIndex(this.#valuesOf, this.#filed.fork())
  }

  where(value: K): Ordered<T> {
    const filed = this.#filed.get(value)
    if (filed === undefined) return nothing
    return filed instanceof Ordered ? filed : Ordered.of(filed)
  }

  replace(before: T | undefined, after: T | undefined, edition: Edition): void {
    const values = after === undefined ? [] : this.#valuesOf(after)
    if (before !== undefined) {
      for (const value of this.#valuesOf(before)) {
        if (!values.includes(value)) this.#withdraw(value, before, edition)
      }
    }
    if (after === undefined) return
    for (const value of values) this.#enter(value, after, edition)
  }

  #enter(value: K, record: T, edition: Edition): void {
    const filed = this.#filed.get(value)
    if (filed === undefined || (!(filed instanceof Ordered) && filed.id === record.id)) {
      this.#filed.set(value, record, edition)
      return
    }
    const list = filed instanceof Ordered ? filed : Ordered.of(filed)
    const changed = list.put(record, edition)
    if (changed !== filed) this.#filed.set(value, changed, edition)
  }

  #withdraw(value: K, record: T, edition: Edition): void {
    const filed = this.#filed.get(value)
    if (filed === undefined) return
    const rest = filed instanceof Ordered ? filed.delete(record, edition) : undefined
    if (rest === undefined || rest.size === 0) this.#filed.delete(value, edition)
    else if (rest !== filed) this.#filed.set(value, rest, edition)
  }
}

/** Finds a record by a long value that no two records share. Keeps no value: it works each out again. */
export class HashedIndex<T extends Sequenced> implements Forking<T> {
  readonly #valueOf: (record: T) => string
  readonly #hashed: ListIndex<T, number>

  constructor(valueOf: (record: T) => string, hashed?: ListIndex<T, number>) {
    this.#valueOf = valueOf
    this.#hashed = hashed ?? new ListIndex((record) => [smallHashOf(valueOf(record))])
  }

  fork(): HashedIndex<T> {
    return new HashedIndex(this.#valueOf, this.#hashed.fork())
  }

  get(value: string): T | undefined {
    for (const record of this.#hashed.where(smallHashOf(value))) {
      if (this.#valueOf(record) === value) return record
    }
    return undefined
  }

  replace(before: T | undefined, after: T | undefined, edition: Edition): void {
    this.#hashed.replace(before, after, edition)
  }
}

/** A hash of 31 bits: unlike 32, these need no memory of their own. */
const smallHashOf = (text: string): number => hashOf(text) >>> 1
