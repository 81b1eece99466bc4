/**
 * A function that makes something once for each policy, or for each judge of one, and drops it with it.
 * Most questions are asked of one policy in turn, so the latest is at hand.
 */
export const perPolicy = <Key extends object, Value>(
  make: (key: Key) => Value,
): ((key: Key) => Value) => {
  const made = new WeakMap<Key, { readonly value: Value }>()
  let latest: { readonly key: Key; readonly value: Value } | undefined
  return (key) => {
    if (latest?.key === key) return latest.value
    const known = made.get(key) ?? { value: make(key) }
    made.set(key, known)
    latest = { key, value: known.value }
    return known.value
  }
}
