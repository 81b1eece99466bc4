/** A record with a place in the order of creation. */
export interface Sequenced {
  readonly id: string
  readonly sequence: number
}

/** Records in order of creation. Finds one by its sequence number in logarithmic time. */
export class Ordered<T extends Sequenced> implements Iterable<T> {
  readonly #records: T[] = []

  /** A list of one record, or none. */
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

  /** The records after a sequence number, whether or not its own record still exists. */
  *after(sequence: number): Generator<T> {
    for (let at = this.#position(sequence + 1); at < this.#records.length; at += 1) {
      const record = this.#records[at]
      if (record !== undefined) yield record
    }
  }

  /** Adds a record, or replaces its former version. */
  put(record: T): void {
    const at = this.#position(record.sequence)
    const replaced = this.#records[at]?.sequence === record.sequence
    this.#records.splice(at, replaced ? 1 : 0, record)
  }

  delete(record: T): void {
    const at = this.#position(record.sequence)
    if (this.#records[at]?.sequence === record.sequence) this.#records.splice(at, 1)
  }

  /** The index of the first record with this sequence number or a greater one. */
  #position(sequence: number): number {
    let low = 0
    let high = this.#records.length
    // Most additions are of the newest record.
    if (high === 0 || (this.#records[high - 1]?.sequence ?? 0) < sequence) return high
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#records[middle]?.sequence ?? 0) < sequence) low = middle + 1
      else high = middle
    }
    return low
  }
}
