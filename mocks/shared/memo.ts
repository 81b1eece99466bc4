/** A function that remembers what it made of each key. */
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

/** Values by any number of keys, in order. */
export class Trie<Value> {
  value: Value | undefined
  readonly #next = new Map<unknown, Trie<Value>>()

  /** The place for the key, made when it is first asked for. */
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
