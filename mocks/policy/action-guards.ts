import { fieldsOf } from './condition.ts'
import type { Guard, Policy } from './policy.ts'

/** A guard on an action, with the things that it speaks of. */
export interface ActionGuard {
  readonly guard: Guard
  readonly about: readonly string[]
}

/** The guards on each action, in order. */
export const guardsByAction = ({ guards }: Policy): ReadonlyMap<string, readonly ActionGuard[]> => {
  const all = guards.flatMap((guard) => {
    const about = fieldsOf(guard.when).flatMap((field) => field.split('.', 1))
    return guard.on.map((action) => ({ action, guard, about }))
  })
  return Map.groupBy(all, ({ action }) => action)
}
