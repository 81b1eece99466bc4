import type { Sequence } from './common.ts'
import type { Ordered } from './ordered.ts'
import type { Sequenced } from './ordered-nodes.ts'

/** Some records of a table, in order of creation. */
export interface Listing<T> extends Sequence<T>, Iterable<T> {
  readonly size: number
}

/** All records of a map. */
export const listed = <T extends Sequenced>(records: Ordered<T>): Listing<T> => ({
  size: records.size,
  after: (sequence) => records.after(sequence),
  [Symbol.iterator]: () => records.after(-1),
})

/** The records of a map whose numbers are in the set. */
export const listedBy = <T extends Sequenced>(
  numbers: Ordered,
  records: Ordered<T>,
): Listing<T> => {
  function* after(sequence: number): Generator<T> {
    for (const number of numbers.numbersAfter(sequence)) {
      const record = records.get(number)
      if (record !== undefined) yield record
    }
  }
  return { size: numbers.size, after, [Symbol.iterator]: () => after(-1) }
}

/** One record, or none. */
export const listedAlone = <T extends Sequenced>(record: T | undefined): Listing<T> => {
  const all = record === undefined ? none : [record]
  return {
    size: all.length,
    after: (after) => (record !== undefined && record.sequence > after ? all : none),
    [Symbol.iterator]: () => all.values(),
  }
}

const none: readonly never[] = []
