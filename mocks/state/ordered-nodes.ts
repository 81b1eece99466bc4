import type { Edition } from './keyed.ts'

/** A record with a place in the order of creation. */
export interface Sequenced {
  readonly id: string
  readonly sequence: number
}

/**
 * A node of a B+ tree by sequence number. The numbers stand in a list of their own: a search reads no
 * value, and the garbage collector has nothing to follow.
 */
export interface Node<Value> {
  readonly edition: Edition | undefined
  /** Of a leaf: its numbers, ascending. Of a branch: a number for each child that none of its own is below. */
  readonly numbers: number[]
  /** Of a leaf of a map: a value for each number. */
  readonly values: Value[] | undefined
  /** Of a branch. */
  readonly children: Node<Value>[] | undefined
}

/** The most numbers of a node. */
const most = 128

/** The node itself if it is of the edition; otherwise a copy that is. */
export function owned<Value>(node: Node<Value>, edition: Edition): Node<Value> {
  if (node.edition === edition) return node
  const { numbers, values, children } = node
  return {
    edition,
    numbers: numbers.slice(),
    values: values?.slice(),
    children: children?.slice(),
  }
}

/** Whether an addition was of a new number, and a new node to follow a node that is full. */
interface Added<Value> {
  readonly isNew: boolean
  readonly next: Node<Value> | undefined
}

const known: Added<never> = { isNew: false, next: undefined }
const fitting: Added<never> = { isNew: true, next: undefined }

/** Adds a number to a node of the edition, or replaces its value. A set has no values. */
export function add<Value>(
  node: Node<Value>,
  number: number,
  value: Value | undefined,
  edition: Edition,
): Added<Value> {
  const { numbers, values, children } = node
  if (children === undefined) {
    const at = placeOf(numbers, number)
    const isNew = numbers[at] !== number
    if (isNew) numbers.splice(at, 0, number)
    if (values && value !== undefined) values.splice(at, isNew ? 0 : 1, value)
    return isNew ? withNext(node, at, edition) : known
  }
  const at = Math.max(0, childFor(numbers, number))
  const child = children[at]
  if (child === undefined) return known
  const mine = (children[at] = owned(child, edition))
  const { isNew, next } = add(mine, number, value, edition)
  if (number < (numbers[at] ?? 0)) numbers[at] = number
  if (next === undefined) return isNew ? fitting : known
  numbers.splice(at + 1, 0, next.numbers[0] ?? number)
  children.splice(at + 1, 0, next)
  return withNext(node, at + 1, edition)
}

/**
 * Cuts off the end of a node that has become too long. Most additions come last: their node is cut just
 * before them, so that it stays full.
 */
function withNext<Value>(
  { numbers, values, children }: Node<Value>,
  added: number,
  edition: Edition,
): Added<Value> {
  if (numbers.length <= most) return fitting
  const from = added === numbers.length - 1 ? added : numbers.length >>> 1
  const next = {
    edition,
    numbers: numbers.splice(from),
    values: values?.splice(from),
    children: children?.splice(from),
  }
  return { isNew: true, next }
}

/** Removes a number from a node of the edition, and children that become empty. Returns whether it was there. */
export function remove<Value>(node: Node<Value>, number: number, edition: Edition): boolean {
  const { numbers, values, children } = node
  if (children === undefined) {
    const at = placeOf(numbers, number)
    const isThere = numbers[at] === number
    if (isThere) {
      numbers.splice(at, 1)
      values?.splice(at, 1)
    }
    return isThere
  }
  const at = childFor(numbers, number)
  const child = children[at]
  if (child === undefined) return false
  const mine = (children[at] = owned(child, edition))
  const isThere = remove(mine, number, edition)
  if (mine.numbers.length === 0) {
    numbers.splice(at, 1)
    children.splice(at, 1)
  }
  return isThere
}

/** The index of the first number that is this one or a greater one. */
export function placeOf(numbers: readonly number[], number: number): number {
  // Where no number is missing, it stands at its distance from the first.
  const near = number - (numbers[0] ?? 0)
  if (near >= 0 && near < numbers.length && numbers[near] === number) return near
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the child in which a number belongs; -1 if it belongs before all. */
export const childFor = (numbers: readonly number[], number: number): number =>
  placeOf(numbers, number + 1) - 1
