import { type Call, type Refusal, type Things, unknown } from './call.ts'
import { fieldsOf } from './condition.ts'
import { type FactContext, fill, holds } from './facts.ts'
import type { Guard, Policy } from './policy.ts'
import { asksOf } from './asks.ts'
import type { World } from './world.ts'

const refusalBy = ({ rule, status, code, text }: Guard, context: FactContext): Refusal => ({
  rule,
  status,
  code,
  text: fill(context, text),
})

/** Contexts in which the guard speaks of the call: the call itself, and each change that it asks. */
const contextsOf = (policy: Policy, world: World, call: Call, { on }: Guard): FactContext[] => {
  const { operation, things, input } = call
  const whole = on.includes(operation) ? [{ world, things, input }] : []
  const asked = asksOf(policy, world, call)
  const asks = 'asks' in asked ? asked.asks.filter(({ action }) => on.includes(action)) : []
  return [...whole, ...asks.map((ask) => ({ world, things: ask.things, input }))]
}

/**
 * The first guard by which the present state of things forbids the call, whoever asks; of those with
 * that status, where one is given.
 */
export const guard = (
  policy: Policy,
  world: World,
  call: Call,
  status?: Guard['status'],
): Refusal | undefined => {
  for (const one of policy.guards) {
    if (status !== undefined && one.status !== status) continue
    const context = contextsOf(policy, world, call, one).find((each) => holds(each, one.when))
    if (context) return refusalBy(one, context)
  }
  return undefined
}

const isNamedIn = (things: Things, field: string): boolean =>
  Object.entries(things).some(([name, thing]) => thing !== unknown && field.startsWith(`${name}.`))

/** The first guard that forbids the action whatever call asks it: one that speaks of the things named alone. */
export const guardOfAction = (
  policy: Policy,
  world: World,
  action: string,
  things: Things,
): Refusal | undefined => {
  const context = { world, things, input: undefined }
  const found = policy.guards.find(
    ({ on, when }) =>
      on.includes(action) &&
      fieldsOf(when).every((field) => isNamedIn(things, field)) &&
      holds(context, when),
  )
  return found && refusalBy(found, context)
}
