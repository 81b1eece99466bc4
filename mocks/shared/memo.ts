/** Makes a function that calls `make` once per key, and remembers the value. */
export const memo = <Key, Value extends object>(
  make: (key: Key) => Value,
): ((key: Key) => Value) => {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key)
    if (known) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}

/** A map by any number of keys, in order. */
export class Trie<Value> {
  value: Value | undefined
  readonly #next = new Map<unknown, Trie<Value>>()

  /** The subtree of a key, made on first use. */
  at(key: unknown): Trie<Value> {
    const known = this.#next.get(key)
    if (known) return known
    const made = new Trie<Value>()
    this.#next.set(key, made)
    return made
  }

  along(keys: readonly unknown[]): Trie<Value> {
    return keys.reduce<Trie<Value>>((place, key) => place.at(key), this)
  }
}
