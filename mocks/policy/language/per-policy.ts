/**
 * Makes a value once per policy, or per judge, and drops it with its key. Successive questions mostly
 * concern the same policy, so the latest value is kept at hand.
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
