import { perPolicy } from '../language/per-policy.ts'
import { fieldPath, rootsIn } from '../call/bound.ts'
import { resourceNames } from '../world/resources.ts'
import { casesOf } from '../language/changes.ts'
import { fieldsOf } from '../language/condition.ts'
import type { Guard, OperationChanges, Policy } from '../language/policy.ts'

/** A guard on an action, with the resources that it speaks of. */
export interface ActionGuard {
  readonly guard: Guard
  readonly about: readonly string[]
}

const rootsOf = ({ when }: Guard): readonly string[] =>
  fieldsOf(when).flatMap((field) => fieldPath(field).roots)

/** The guards that can be asked of an action by itself, in order: those that need no call. */
export const guardsByAction = perPolicy(
  ({ guards }: Policy): ReadonlyMap<string, readonly ActionGuard[]> => {
    const bound = new Set<string>(rootsIn.question)
    const all = guards.flatMap((guard) => {
      const roots = rootsOf(guard)
      if (!roots.every((root) => bound.has(root))) return []
      const about = resourceNames.filter((name) => roots.includes(name))
      return guard.on.map((action) => ({ action, guard, about }))
    })
    return Map.groupBy(all, ({ action }) => action)
  },
)

const ofCaller: ReadonlySet<string> = new Set(['actor', 'organization', 'settings'])

/** The action that a call of the operation asks whatever its arguments are. */
const alwaysAsked = ({ always, ofKind }: OperationChanges): readonly string[] => {
  const [first, ...others] = always && !ofKind ? casesOf(always) : []
  return first && others.length === 0 && !first.when ? [first.ask] : []
}

/** The guards on each operation that depend on no argument: on who calls, and on the platform. */
export const guardsOnCallers = perPolicy(
  ({ guards, changes }: Policy): ReadonlyMap<string, readonly Guard[]> => {
    const all = guards.filter((guard) => rootsOf(guard).every((root) => ofCaller.has(root)))
    if (all.length === 0) return new Map()
    return new Map(
      Object.entries(changes).map(([operation, asked]) => {
        const names = [operation, ...alwaysAsked(asked)]
        return [operation, all.filter(({ on }) => names.some((name) => on.includes(name)))]
      }),
    )
  },
)
