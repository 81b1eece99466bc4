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
