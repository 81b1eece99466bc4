import type { World } from './world.ts'

/**
 * Makes a value once per state of a world, and drops it with the state. Most questions come between
 * two changes, so each can use what the one before has computed.
 */
export const perState = <T>(make: (world: World) => T): ((world: World) => T) => {
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
