import { type Edition, hashOf, Keyed } from './keyed.ts'
import { Ordered } from './ordered.ts'

// Indexes hold sequence numbers and no records: a new version of a record with the same values changes none.

/** How many sequence numbers there are for each hash: together they fill the exact whole numbers. */
const span = 2 ** 29

/**
 * Finds sequence numbers of records by a value that no two records share. It keeps no value, but a hash of
 * 24 bits and the sequence number, as one number: a million of them are nothing to the garbage collector.
 */
export class HashedIndex {
  #numbers: Ordered

  constructor(numbers = Ordered.set()) {
    this.#numbers = numbers
  }

  /** An index with the same entries. Both must go on with an edition of their own. */
  fork(): HashedIndex {
    return new HashedIndex(this.#numbers)
  }

  /** The result for the first number of the value for which there is one: a few values share a hash. */
  find<T>(value: string, at: (number: number) => T | undefined): T | undefined {
    const first = firstOf(value)
    const numbers = this.#numbers
    let found: T | undefined
    for (
      let number = numbers.next(first - 1);
      found === undefined && number !== undefined && number < first + span;
      number = numbers.next(number)
    ) {
      found = at(number - first)
    }
    return found
  }

  /** Files a number under a value in place of its former one. A record that is new or deleted has one alone. */
  move(
    number: number,
    former: string | undefined,
    value: string | undefined,
    edition: Edition,
  ): void {
    if (former === value) return
    if (former !== undefined)
      this.#numbers = this.#numbers.delete(firstOf(former) + number, edition)
    if (value !== undefined) this.#numbers = this.#numbers.add(firstOf(value) + number, edition)
  }
}

const firstOf = (value: string): number => (hashOf(value) >>> 8) * span

/** The numbers of a value. Most values have one, which needs no list. */
type Filed = number | Ordered

const noValues: readonly never[] = []

/** Lists the sequence numbers of the records of a value. */
export class ListIndex {
  readonly #filed: Keyed<Filed>

  constructor(filed = new Keyed<Filed>()) {
    this.#filed = filed
  }

  /** An index with the same entries. Both must go on with an edition of their own. */
  fork(): ListIndex {
    return new ListIndex(this.#filed.fork())
  }

  where(value: string): Filed | undefined {
    return this.#filed.get(value)
  }

  /** Files a number under values in place of its former ones. */
  move(
    number: number,
    former: readonly string[] = noValues,
    values: readonly string[] = noValues,
    edition: Edition,
  ): void {
    for (const value of former) {
      if (!values.includes(value)) this.#withdraw(value, number, edition)
    }
    for (const value of values) {
      if (!former.includes(value)) this.#enter(value, number, edition)
    }
  }

  #enter(value: string, number: number, edition: Edition): void {
    const filed = this.#filed.get(value)
    if (filed === undefined || filed === number) {
      this.#filed.set(value, number, edition)
      return
    }
    const list = typeof filed === 'number' ? Ordered.set(filed) : filed
    const changed = list.add(number, edition)
    if (changed !== filed) this.#filed.set(value, changed, edition)
  }

  #withdraw(value: string, number: number, edition: Edition): void {
    const filed = this.#filed.get(value)
    if (filed === undefined) return
    const rest = typeof filed === 'number' ? undefined : filed.delete(number, edition)
    if (rest === undefined || rest.size === 0) this.#filed.delete(value, edition)
    else if (rest !== filed) this.#filed.set(value, rest, edition)
  }
}
