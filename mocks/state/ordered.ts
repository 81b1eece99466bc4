import type { Edition } from './keyed.ts'
import { add, childFor, type Node, owned, placeOf, remove } from './ordered-nodes.ts'

/**
 * Values by sequence number, in order: a B+ tree. A set has numbers alone. It can be shared: a change
 * copies the nodes on its path that are of another edition.
 */
export class Ordered<Value = never> {
  readonly #edition: Edition | undefined
  #root: Node<Value>
  #size: number

  private constructor(edition: Edition | undefined, root: Node<Value>, size: number) {
    this.#edition = edition
    this.#root = root
    this.#size = size
  }

  /** A map without values. */
  static map<Value>(): Ordered<Value> {
    const values: Value[] = []
    return new Ordered(undefined, { ...leaf, numbers: [], values }, 0)
  }

  /** A set of these numbers, which must ascend. */
  static set(...numbers: readonly number[]): Ordered {
    return new Ordered(undefined, { ...leaf, numbers: [...numbers] }, numbers.length)
  }

  get size(): number {
    return this.#size
  }

  /** The value of a number. A set has none. */
  get(number: number): Value | undefined {
    let node = this.#root
    while (node.children !== undefined) {
      const child = node.children[childFor(node.numbers, number)]
      if (child === undefined) return undefined
      node = child
    }
    const { numbers, values } = node
    const at = placeOf(numbers, number)
    return numbers[at] === number ? values?.[at] : undefined
  }

  /** The least number after this one. */
  next(number: number): number | undefined {
    let node = this.#root
    let following: Node<Value> | undefined
    while (node.children !== undefined) {
      const at = Math.max(0, childFor(node.numbers, number + 1))
      following = node.children[at + 1] ?? following
      const child = node.children[at]
      if (child === undefined) return undefined
      node = child
    }
    const { numbers } = node
    const found = numbers[placeOf(numbers, number + 1)]
    if (found !== undefined) return found
    while (following?.children !== undefined) following = following.children[0]
    return following?.numbers[0]
  }

  /** The values of numbers after this one, whether or not it is there itself. */
  *after(number: number): Generator<Value> {
    for (const { numbers, values = [] } of this.#leavesAfter(number)) {
      for (let at = placeOf(numbers, number + 1); at < numbers.length; at += 1) {
        const value = values[at]
        if (value !== undefined) yield value
      }
    }
  }

  /** The numbers after this one. */
  *numbersAfter(number: number): Generator<number> {
    for (const { numbers } of this.#leavesAfter(number)) {
      for (let at = placeOf(numbers, number + 1); at < numbers.length; at += 1) {
        const one = numbers[at]
        if (one !== undefined) yield one
      }
    }
  }

  /** The map with a value, in place of its former one. It is the same map if it is of the edition. */
  put(number: number, value: Value, edition: Edition): Ordered<Value> {
    return this.#with(number, value, edition)
  }

  /** The set with a number. It is the same set if it is of the edition. */
  add(number: number, edition: Edition): Ordered<Value> {
    return this.#with(number, undefined, edition)
  }

  /** The same without a number. It is itself if it is of the edition. */
  delete(number: number, edition: Edition): Ordered<Value> {
    const tree = this.#of(edition)
    const root = owned(tree.#root, edition)
    if (remove(root, number, edition)) tree.#size -= 1
    tree.#root = root
    for (let { children } = root; children?.length === 1; { children } = tree.#root) {
      tree.#root = children[0] ?? root
    }
    return tree
  }

  #with(number: number, value: Value | undefined, edition: Edition): Ordered<Value> {
    const tree = this.#of(edition)
    const root = owned(tree.#root, edition)
    const { isNew, next } = add(root, number, value, edition)
    if (isNew) tree.#size += 1
    tree.#root = next === undefined ? root : above(root, next, edition)
    return tree
  }

  #of(edition: Edition): Ordered<Value> {
    return this.#edition === edition ? this : new Ordered(edition, this.#root, this.#size)
  }

  *#leavesAfter(number: number): Generator<Node<Value>> {
    const ahead = [this.#root]
    for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
      const { numbers, children } = node
      if (children === undefined) {
        yield node
        continue
      }
      const first = Math.max(0, childFor(numbers, number + 1))
      for (let at = children.length - 1; at >= first; at -= 1) {
        const child = children[at]
        if (child !== undefined) ahead.push(child)
      }
    }
  }
}

const leaf = { edition: undefined, values: undefined, children: undefined }

const above = <Value>(first: Node<Value>, next: Node<Value>, edition: Edition): Node<Value> => ({
  edition,
  numbers: [first.numbers[0] ?? 0, next.numbers[0] ?? 0],
  values: undefined,
  children: [first, next],
})
