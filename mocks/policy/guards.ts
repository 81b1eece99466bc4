import type { Call, Refusal, Things } from './call.ts'
import { asksOf } from './asks.ts'
import { type FactContext, fill, holds } from './facts.ts'
import type { Judge } from './judge.ts'
import type { Guard } from './policy.ts'
import type { World } from './world.ts'

const refusalBy = ({ rule, status, code, text }: Guard, context: FactContext): Refusal => ({
  rule,
  status,
  code,
  text: fill(context, text),
})

/**
 * The first guard by which the present state of things forbids the call, whoever asks; of those with
 * that status, where one is given.
 */
export const guard = (
  { policy }: Judge,
  world: World,
  call: Call,
  status?: Guard['status'],
): Refusal | undefined => {
  const { operation, things, input } = call
  const asked = asksOf(policy, world, call)
  const asks = 'asks' in asked ? asked.asks : []
  for (const one of policy.guards) {
    if (status !== undefined && one.status !== status) continue
    // A guard speaks of the call itself, and of each change that it asks.
    const whole = one.on.includes(operation) ? [{ world, things, input }] : []
    const changes = asks
      .filter(({ action }) => one.on.includes(action))
      .map((ask) => ({ world, things: ask.things, input }))
    const context = [...whole, ...changes].find((each) => holds(each, one.when))
    if (context) return refusalBy(one, context)
  }
  return undefined
}

/** The first guard that forbids the action whatever call asks it: one that speaks of the things named alone. */
export const guardOfAction = (
  { guardsOn }: Judge,
  world: World,
  action: string,
  things: Things,
): Refusal | undefined => {
  const guards = guardsOn.get(action)
  if (!guards) return undefined
  const context = { world, things, input: undefined }
  const found = guards.find(
    ({ guard: { when }, about }) =>
      about.every((name) => Object.hasOwn(things, name)) && holds(context, when),
  )
  return found && refusalBy(found.guard, context)
}
