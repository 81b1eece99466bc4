import type { Sequenced } from './ordered-nodes.ts'

/** Records in order of creation, from any place on. */
export interface Sequence<T> {
  after(sequence: number): Iterable<T>
}

/**
 * The records that are in all of the lists. Each list leaps to where the one before stands, so the shortest
 * list bounds the work.
 */
export function commonTo<T extends Sequenced>(
  first: Sequence<T>,
  ...others: readonly Sequence<T>[]
): Sequence<T> {
  if (others.length === 0) return first
  return {
    *after(sequence) {
      const lists = [first, ...others]
      let agreed = 0
      let at = 0
      let place = sequence + 1
      while (true) {
        const [next] = take(lists[at]?.after(place - 1) ?? [])
        if (next === undefined) return
        agreed = next.sequence === place ? agreed + 1 : 1
        place = next.sequence
        if (agreed === lists.length) {
          yield next
          agreed = 0
          place += 1
        }
        at = (at + 1) % lists.length
      }
    },
  }
}

/** The first item, if there is one. */
function take<T>(items: Iterable<T>): readonly T[] {
  for (const item of items) return [item]
  return []
}
