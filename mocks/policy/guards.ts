import type { Call, Refusal } from './call.ts'
import { fill, holds } from './facts.ts'
import type { Policy } from './policy.ts'
import type { World } from './world.ts'

/** The first guard by which the present state of things forbids the call, whoever asks. */
export const guard = (policy: Policy, world: World, call: Call): Refusal | undefined => {
  const context = { world, things: call.things, input: call.input }
  const found = policy.guards.find(
    ({ on, when }) => on.includes(call.operation) && holds(context, when),
  )
  if (!found) return undefined
  const { rule, status, code, text } = found
  return { rule, status, code, text: fill(context, text) }
}
