import type { OperationId } from '../../../src/generated/operations.ts'
import type { Demand } from './demand.ts'
import { breakDown } from './demands.ts'
import type { Call } from '../call/call.ts'
import { type FactContext, mayHold } from '../call/facts.ts'
import type { Guard, OperationChanges, Policy } from '../language/policy.ts'
import type { UserRecord } from '../language/records.ts'
import { resourceNames, type Resources } from '../world/resources.ts'
import type { World } from '../world/world.ts'
import { perPolicy } from '../language/per-policy.ts'
import { fieldPath } from '../call/field-path.ts'
import { rootsIn } from '../call/places.ts'
import { casesOf } from '../language/changes.ts'
import { fieldsOf } from '../language/condition.ts'

/** A guard on an action, with the resources that it speaks of. */
interface ActionGuard {
  readonly guard: Guard
  readonly about: readonly string[]
}

const rootsOf = ({ when }: Guard): readonly string[] =>
  fieldsOf(when).flatMap((field) => fieldPath(field).roots)

/** The guards that can be asked of an action by itself, in order: those that need no call. */
const guardsByAction = perPolicy(
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
const guardsOnCallers = perPolicy(
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

/** Operations and actions that some guard speaks of: most calls have none of them. */
const guarded = perPolicy(
  ({ guards }: Policy): ReadonlySet<string> => new Set(guards.flatMap(({ on }) => on)),
)

/** A guard that forbids something, with what it looked at. */
export interface Objection {
  readonly guard: Guard
  readonly context: FactContext
}

/**
 * The first guard by which the present state of resources forbids the call, whoever asks; of those with
 * that status, where one is given.
 */
export const guardOfCall = (
  policy: Policy,
  world: World,
  call: Call,
  status?: Guard['status'],
): Objection | undefined => {
  const { actor, operation, resources, stated: input } = call
  const found = breakDown(policy, world, call)
  const demands = 'demands' in found ? found.demands : []
  const names = [operation, ...demands.map(({ action }) => action)]
  const known = guarded(policy)
  if (!names.some((name) => known.has(name))) return undefined
  for (const guard of policy.guards) {
    if (status !== undefined && guard.status !== status) continue
    if (!names.some((name) => guard.on.includes(name))) continue
    // A guard speaks of the call itself, and of each change that it makes.
    const whole: Pick<Demand, 'resources' | 'change'> = { resources }
    const asked = [
      ...(guard.on.includes(operation) ? [whole] : []),
      ...demands.filter(({ action }) => guard.on.includes(action)),
    ]
    const context = asked
      .map(({ resources: about, change }): FactContext => ({
        place: change ? 'change' : 'call',
        world,
        resources: about,
        input,
        actor,
        ...change,
      }))
      .find((each) => mayHold(each, guard.when))
    if (context) return { guard, context }
  }
  return undefined
}

/**
 * The first guard that forbids the action whatever call asks it: one that speaks of whoever asks and
 * of the resources named alone.
 */
export const guardOfAction = (
  policy: Policy,
  world: World,
  actor: UserRecord,
  action: string,
  resources: Resources,
): Objection | undefined => {
  const guards = guardsByAction(policy).get(action)
  if (!guards) return undefined
  const context: FactContext = { place: 'question', world, resources, input: undefined, actor }
  const found = guards.find(
    ({ guard: { when }, about }) =>
      about.every((name) => Object.hasOwn(resources, name)) && mayHold(context, when),
  )
  return found && { guard: found.guard, context }
}

/** The first guard that forbids the operation whatever its arguments are: one that speaks of whoever calls. */
export const guardOfCaller = (
  policy: Policy,
  world: World,
  actor: UserRecord,
  operation: OperationId,
): Objection | undefined => {
  const guards = guardsOnCallers(policy).get(operation)
  if (!guards) return undefined
  const context: FactContext = { place: 'call', world, resources: {}, input: undefined, actor }
  const guard = guards.find(({ when }) => mayHold(context, when))
  return guard && { guard, context }
}
