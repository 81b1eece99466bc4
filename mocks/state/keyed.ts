/** A version of a table. Its own nodes may change in place; those of others are copied first. */
export type Edition = object

interface Node<Value> {
  readonly edition: Edition | undefined
  /** Of a leaf. */
  readonly entries: Map<string, Value> | undefined
  /** Of a branch: one for each value of the next bits of a key's hash. */
  readonly children: Node<Value>[]
}

/** The bits of the hash that each level of branches uses, and the number of its children. */
const bits = 5
const fanOut = 2 ** bits

/** The level at which the hash has no more bits. */
const deepest = 6

/** The most entries of a leaf. A small map is one leaf: it needs no hash, and is as fast as a Map. */
const most = 64

const none: never[] = []
const empty: Node<never> = {
  edition: undefined,
  entries: new Map<string, never>(),
  children: none,
}

/**
 * A map by text that can be forked in constant time: a tree of hashes with native maps as leaves. A fork
 * has the same root, and a change copies only the nodes on its path, once per edition.
 */
export class Keyed<Value> {
  #root: Node<Value>

  constructor(root: Node<Value> = empty) {
    this.#root = root
  }

  /** A map with the same entries. Both must go on with an edition of their own. */
  fork(): Keyed<Value> {
    return new Keyed(this.#root)
  }

  get(key: string): Value | undefined {
    let node = this.#root
    if (node.entries === undefined) {
      for (let hash = hashOf(key); node.entries === undefined; hash >>>= bits) {
        node = node.children[hash & (fanOut - 1)] ?? empty
      }
    }
    return node.entries.get(key)
  }

  set(key: string, value: Value, edition: Edition): void {
    const [leaf, level] = this.#leafOf(key, edition)
    leaf.set(key, value)
    if (leaf.size > most && level < deepest) this.#split(key, edition)
  }

  delete(key: string, edition: Edition): void {
    this.#leafOf(key, edition)[0].delete(key)
  }

  /** The leaf of a key, and its level, after copying all nodes on its path that are of another edition. */
  #leafOf(key: string, edition: Edition): readonly [leaf: Map<string, Value>, level: number] {
    let node = (this.#root = owned(this.#root, edition))
    let level = 0
    let hash = node.entries === undefined ? hashOf(key) : 0
    while (node.entries === undefined) {
      const at = hash & (fanOut - 1)
      node = node.children[at] = owned(node.children[at] ?? empty, edition)
      hash >>>= bits
      level += 1
    }
    return [node.entries, level]
  }

  /** Turns the leaf of a key into a branch. */
  #split(key: string, edition: Edition): void {
    let parent: Node<Value> | undefined
    let node = this.#root
    let level = 0
    let place = 0
    for (let hash = hashOf(key); node.entries === undefined; hash >>>= bits) {
      place = hash & (fanOut - 1)
      parent = node
      node = node.children[place] ?? empty
      level += 1
    }
    const leaves = Array.from({ length: fanOut }, () => new Map<string, Value>())
    for (const [each, value] of node.entries) {
      leaves[(hashOf(each) >>> (bits * level)) & (fanOut - 1)]?.set(each, value)
    }
    const children = leaves.map((entries) => ({ edition, entries, children: none }))
    const branch = { edition, entries: undefined, children }
    if (parent === undefined) this.#root = branch
    else parent.children[place] = branch
  }
}

/** The node itself if it is of the edition; otherwise a copy that is. */
function owned<Value>(node: Node<Value>, edition: Edition): Node<Value> {
  if (node.edition === edition) return node
  const { entries, children } = node
  return entries === undefined
    ? { edition, entries, children: children.slice() }
    : { edition, entries: new Map(entries), children }
}

/** A hash of 32 bits, in which each bit depends on the whole text (FNV-1a, and the end of murmur3). */
export function hashOf(text: string): number {
  let hash = 2166136261
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 16777619)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
  return (hash ^ (hash >>> 13)) >>> 0
}
