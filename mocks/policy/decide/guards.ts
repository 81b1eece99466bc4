import type { OperationId } from '../../../src/generated/operations.ts'
import { guardsByAction, guardsOnCallers } from './action-guards.ts'
import type { Demand } from './demand.ts'
import { breakDown } from './demands.ts'
import type { Call } from '../call/call.ts'
import { type FactContext, mayHold } from '../call/facts.ts'
import type { Guard, Policy } from '../language/policy.ts'
import type { UserRecord } from '../language/records.ts'
import type { Resources } from '../world/resources.ts'
import type { World } from '../world/world.ts'

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
  for (const guard of policy.guards) {
    if (status !== undefined && guard.status !== status) continue
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
