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

/** A node of a B+ tree by sequence number. */
export type Node<T> = Leaf<T> | Branch<T>

/** The most records of a leaf, and the most children of a branch. */
const most = 64

/** The node itself if it is of the edition; otherwise a copy that is. */
export function owned<T>(node: Node<T>, edition: Edition): Node<T> {
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
export function add<T extends Sequenced>(node: Node<T>, record: T, edition: Edition): Added<T> {
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
export function remove<T extends Sequenced>(
  node: Node<T>,
  sequence: number,
  edition: Edition,
): boolean {
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
export function placeOf(records: readonly Sequenced[], sequence: number): number {
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
export function childFor(
  children: readonly { readonly least: number }[],
  sequence: number,
): number {
  let low = 0
  let high = children.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((children[middle]?.least ?? 0) <= sequence) low = middle + 1
    else high = middle
  }
  return low - 1
}
