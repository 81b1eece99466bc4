import fc, { type Arbitrary } from 'fast-check'
import { callsOn } from './calls.ts'
import { mayMake } from './people.ts'
import type { Sent } from './send.ts'
import type { Stage } from './stage.ts'

/** A call, and the user from whom on the first who may make it does. */
export interface Step {
  call: Sent
  nth: number
}

/** Calls on a platform since its scenario. */
export type World = readonly Step[]

/** Random worlds: the scenario after calls of users who may make them. */
export function worldsOn(stage: Stage, { maxLength = 6 } = {}): Arbitrary<World> {
  const { changing } = callsOn(stage)
  // Once the organization is deleted, no question and no user remains.
  const call = changing.filter(({ operation }) => operation !== 'organization.delete')
  return fc.array(fc.record({ call, nth: fc.nat({ max: 20 }) }), { maxLength })
}

/** Builds the world of the scenario, in a trial. A step that nobody may take is left out. */
export function become(stage: Stage, world: World): void {
  for (const { call, nth } of world) {
    const users = [...stage.world.users()]
    const first = nth % users.length
    const inTurn = [...users.slice(first), ...users.slice(0, first)]
    const person = inTurn.find((user) => mayMake(stage, user, call))
    if (person) stage.send(person.email, call)
  }
}
