/** What can be kept in order of creation. */
export interface Sequenced {
  readonly id: string
  readonly sequence: number
}

/** Records in order of creation. One is found by its sequence number in logarithmic time. */
export class Ordered<T extends Sequenced> implements Iterable<T> {
  readonly #records: T[] = []

  /** At most one record. */
  static of<T extends Sequenced>(record: T | undefined): Ordered<T> {
    const one = new Ordered<T>()
    if (record !== undefined) one.put(record)
    return one
  }

  get size(): number {
    return this.#records.length
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#records[Symbol.iterator]()
  }

  /** Records made later than the one with this sequence number, whether or not that one still exists. */
  *after(sequence: number): Generator<T> {
    for (let at = this.#position(sequence + 1); at < this.#records.length; at += 1) {
      const record = this.#records[at]
      if (record !== undefined) yield record
    }
  }

  /** Adds the record, or replaces the version that has its place. */
  put(record: T): void {
    const at = this.#position(record.sequence)
    const replaced = this.#records[at]?.sequence === record.sequence
    this.#records.splice(at, replaced ? 1 : 0, record)
  }

  delete(record: T): void {
    const at = this.#position(record.sequence)
    if (this.#records[at]?.sequence === record.sequence) this.#records.splice(at, 1)
  }

  /** Where the first record stands whose sequence number is this one or greater. */
  #position(sequence: number): number {
    let low = 0
    let high = this.#records.length
    // Nearly always the newest record is added.
    if (high === 0 || (this.#records[high - 1]?.sequence ?? 0) < sequence) return high
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#records[middle]?.sequence ?? 0) < sequence) low = middle + 1
      else high = middle
    }
    return low
  }
}
