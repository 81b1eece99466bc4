import type { Edition } from './keyed.ts'

/** A record with a place in the order of creation. */
export interface Sequenced {
  readonly id: string
  readonly sequence: number
}

interface Leaf<T> {
  readonly edition: Edition | undefined
  /** No record in it has a smaller sequence number. */
  least: number
  readonly records: T[]
  readonly children?: undefined
}

interface Branch<T> {
  readonly edition: Edition
  least: number
  readonly records?: undefined
  readonly children: Node<T>[]
}

type Node<T> = Leaf<T> | Branch<T>

/** The most records of a leaf, and the most children of a branch. */
const most = 64

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

/** The node itself if it is of the edition; otherwise a copy that is. */
function owned<T>(node: Node<T>, edition: Edition): Node<T> {
  if (node.edition === edition) return node
  const { least } = node
  return node.children === undefined
    ? { edition, least, records: node.records.slice() }
    : { edition, least, children: node.children.slice() }
}

/** Whether an addition was of a new record, and a new node to follow a node that is full. */
interface Added<T> {
  readonly isNew: boolean
  readonly next: Node<T> | undefined
}

/** Adds a record to a node of the edition. */
function add<T extends Sequenced>(node: Node<T>, record: T, edition: Edition): Added<T> {
  const { sequence } = record
  node.least = Math.min(node.least, sequence)
  if (node.children === undefined) {
    const { records } = node
    const at = placeOf(records, sequence)
    const isNew = records[at]?.sequence !== sequence
    records.splice(at, isNew ? 0 : 1, record)
    const rest = cutOff(records, at)
    const next = rest && { edition, least: rest[0]?.sequence ?? sequence, records: rest }
    return { isNew, next }
  }
  const { children } = node
  const at = Math.max(0, childFor(children, sequence))
  const child = children[at]
  if (child === undefined) return { isNew: false, next: undefined }
  const mine = (children[at] = owned(child, edition))
  const added = add(mine, record, edition)
  if (added.next === undefined) return added
  children.splice(at + 1, 0, added.next)
  const rest = cutOff(children, at + 1)
  const next = rest && { edition, least: rest[0]?.least ?? sequence, children: rest }
  return { isNew: added.isNew, next }
}

/**
 * Cuts off the end of a list that has become too long. Most additions come last: their list is cut just
 * before them, so that it stays full.
 */
function cutOff<Item>(list: Item[], added: number): Item[] | undefined {
  if (list.length <= most) return undefined
  return list.splice(added === list.length - 1 ? added : list.length >>> 1)
}

/** Removes a record from a node of the edition, and children that become empty. Returns whether it was there. */
function remove<T extends Sequenced>(node: Node<T>, sequence: number, edition: Edition): boolean {
  if (node.children === undefined) {
    const at = placeOf(node.records, sequence)
    const isThere = node.records[at]?.sequence === sequence
    if (isThere) node.records.splice(at, 1)
    return isThere
  }
  const { children } = node
  const at = childFor(children, sequence)
  const child = children[at]
  if (child === undefined) return false
  const mine = (children[at] = owned(child, edition))
  const isThere = remove(mine, sequence, edition)
  if ((mine.records ?? mine.children).length === 0) children.splice(at, 1)
  return isThere
}

/** The index of the first record with this sequence number or a greater one. */
function placeOf(records: readonly Sequenced[], sequence: number): number {
  let low = 0
  let high = records.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((records[middle]?.sequence ?? 0) < sequence) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the child in which a sequence number belongs; -1 if it belongs before all. */
function childFor(children: readonly { readonly least: number }[], sequence: number): number {
  let low = 0
  let high = children.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((children[middle]?.least ?? 0) <= sequence) low = middle + 1
    else high = middle
  }
  return low - 1
}
