import type { World } from './world.ts'

/**
 * What is made once for each state of a world, and dropped with it. Most questions come between two
 * changes, so that what one of them has worked out serves the next.
 */
export const keptByState = <T>(make: (world: World) => T): ((world: World) => T) => {
  const kept = new WeakMap<object, T>()
  let latest: { state: object; value: T } | undefined
  return (world) => {
    const { state } = world
    if (latest?.state === state) return latest.value
    const value = kept.get(state) ?? make(world)
    kept.set(state, value)
    latest = { state, value }
    return value
  }
}

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
