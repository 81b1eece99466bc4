import type { Edition } from './keyed.ts'
import {
  add,
  childFor,
  type Node,
  owned,
  placeOf,
  remove,
  type Sequenced,
} from './ordered-nodes.ts'

/**
 * Records in order of creation: a B+ tree by sequence number. It can be shared: a change copies the nodes
 * on its path that are of another edition.
 */
export class Ordered<T extends Sequenced> implements Iterable<T> {
  readonly #edition: Edition | undefined
  #root: Node<T>
  #size: number

  private constructor(edition: Edition | undefined, root: Node<T>, size: number) {
    this.#edition = edition
    this.#root = root
    this.#size = size
  }

  /** A list of one record, or none. */
  static of<T extends Sequenced>(record?: T): Ordered<T> {
    const records = record === undefined ? [] : [record]
    const leaf = { edition: undefined, least: record?.sequence ?? 0, records }
    return new Ordered(undefined, leaf, records.length)
  }

  get size(): number {
    return this.#size
  }

  [Symbol.iterator](): Iterator<T> {
    const { records } = this.#root
    return records === undefined ? this.after(-1) : records[Symbol.iterator]()
  }

  /** The records after a sequence number, whether or not its own record still exists. */
  *after(sequence: number): Generator<T> {
    const ahead: Node<T>[] = [this.#root]
    for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
      if (node.records === undefined) {
        const { children } = node
        const first = Math.max(0, childFor(children, sequence + 1))
        for (let at = children.length - 1; at >= first; at -= 1) {
          const child = children[at]
          if (child !== undefined) ahead.push(child)
        }
        continue
      }
      const { records } = node
      for (let at = placeOf(records, sequence + 1); at < records.length; at += 1) {
        const record = records[at]
        if (record !== undefined) yield record
      }
    }
  }

  /** The list with a record, in place of its former version. It is the same one if it is of the edition. */
  put(record: T, edition: Edition): Ordered<T> {
    const list = this.#of(edition)
    const root = owned(list.#root, edition)
    const { isNew, next } = add(root, record, edition)
    if (isNew) list.#size += 1
    list.#root = next === undefined ? root : { edition, least: root.least, children: [root, next] }
    return list
  }

  /** The list without a record. It is the same one if it is of the edition. */
  delete({ sequence }: T, edition: Edition): Ordered<T> {
    const list = this.#of(edition)
    const root = owned(list.#root, edition)
    if (remove(root, sequence, edition)) list.#size -= 1
    list.#root = root
    while (list.#root.children !== undefined && list.#root.children.length < 2) {
      list.#root = list.#root.children[0] ?? { edition, least: 0, records: [] }
    }
    return list
  }

  #of(edition: Edition): Ordered<T> {
    return this.#edition === edition ? this : new Ordered(edition, this.#root, this.#size)
  }
}
