import type { Demand } from './demand.ts'
import { breakDown } from './demands.ts'
import type { Call } from '../call/call.ts'
import type { ResourceQuestion } from '../call/question.ts'
import { type FactContext, mayHold } from '../call/facts.ts'
import type { Guard, OperationChanges, Policy } from '../language/policy.ts'
import { resourceNames } from '../world/resources.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import { perPolicy } from '../language/per-policy.ts'
import { fieldPath } from '../call/field-path.ts'
import { rootsIn } from '../call/places.ts'
import { casesOf } from '../language/changes.ts'
import { fieldsOf } from '../language/condition.ts'

/** A guard on an action, with the resources that it reads. */
interface ActionGuard {
  readonly guard: Guard
  readonly about: readonly string[]
}

const rootsOf = ({ when }: Guard): readonly string[] =>
  fieldsOf(when).flatMap((field) => fieldPath(field).roots)

/** The guards that apply to an action asked without a call, by action. */
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

/** The actions that every call of the operation asks, whatever its arguments. */
const alwaysAsked = ({ always, ofKind }: OperationChanges): readonly string[] => {
  const [first, ...others] = always && !ofKind ? casesOf(always) : []
  return first && others.length === 0 && !first.when ? [first.ask] : []
}

/** The guards that depend on the caller and the platform alone, by operation. */
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

/** The operations and actions that have a guard. Most calls have none. */
const guarded = perPolicy(
  ({ guards }: Policy): ReadonlySet<string> => new Set(guards.flatMap(({ on }) => on)),
)

/** The guards on the operations and actions of those names. */
export const guardsOn = (policy: Policy, names: readonly string[]): readonly Guard[] => {
  const known = guarded(policy)
  return names.some((name) => known.has(name))
    ? policy.guards.filter(({ on }) => names.some((name) => on.includes(name)))
    : []
}

/** A guard that holds, with the context that it reads. */
export interface Objection {
  readonly guard: Guard
  readonly context: FactContext
}

/**
 * The first guard by which the current state forbids the call, whoever makes it. With `status`, the first
 * guard with that status.
 */
export const guardOfCall = (
  context: PolicyContext,
  call: Call,
  status?: Guard['status'],
): Objection | undefined => {
  const { judge, world } = context
  const { policy } = judge
  const { actor, operation, resources, stated: input } = call
  const found = breakDown(context, call)
  const demands = 'demands' in found ? found.demands : []
  const names = [operation, ...demands.map(({ action }) => action)]
  const known = guarded(policy)
  if (!names.some((name) => known.has(name))) return undefined
  for (const guard of policy.guards) {
    if (status !== undefined && guard.status !== status) continue
    if (!names.some((name) => guard.on.includes(name))) continue
    // A guard applies to the whole call, and to each change that it makes.
    const whole: Pick<Demand, 'resources' | 'change'> = { resources }
    const asked = [
      ...(guard.on.includes(operation) ? [whole] : []),
      ...demands.filter(({ action }) => guard.on.includes(action)),
    ]
    const facts = asked
      .map(({ resources: about, change }): FactContext => ({
        place: change ? 'change' : 'call',
        world,
        resources: about,
        input,
        actor,
        ...change,
      }))
      .find((each) => mayHold(each, guard.when))
    if (facts) return { guard, context: facts }
  }
  return undefined
}

/**
 * The first guard that forbids the action whichever call asks it: it reads only the person and the
 * resources.
 */
export const guardOfAction = (
  { judge, world }: PolicyContext,
  { actor, action, resources }: ResourceQuestion,
): Objection | undefined => {
  const guards = guardsByAction(judge.policy).get(action)
  if (!guards) return undefined
  const context: FactContext = { place: 'question', world, resources, input: undefined, actor }
  const found = guards.find(
    ({ guard: { when }, about }) =>
      about.every((name) => Object.hasOwn(resources, name)) && mayHold(context, when),
  )
  return found && { guard: found.guard, context }
}

/**
 * The first guard that forbids the operation whatever its arguments: it reads only the caller and the
 * platform.
 */
export const guardOfCaller = (
  { judge, world }: PolicyContext,
  { actor, operation }: Pick<Call, 'actor' | 'operation'>,
): Objection | undefined => {
  const guards = guardsOnCallers(judge.policy).get(operation)
  if (!guards) return undefined
  const context: FactContext = { place: 'call', world, resources: {}, input: undefined, actor }
  const guard = guards.find(({ when }) => mayHold(context, when))
  return guard && { guard, context }
}
