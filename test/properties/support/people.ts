import { enforcementPoint } from '../../../mocks/policy/world/enforcement-point.ts'
import type { UserRecord } from '../../../mocks/policy/index.ts'
import { type Sent, succeeded } from './send.ts'
import type { Stage } from './stage.ts'

/** Whether the rules allow the user the call; other refusals show when it is sent. */
export function mayMake(
  { compiled, world }: Stage,
  user: UserRecord,
  { operation, args }: Sent,
): boolean {
  const call = compiled.bind(world, user, operation, args)
  if (call.missing.length > 0 || !compiled.sees(world, user, call.resources)) return false
  // An invitation is answered by a person who is no member yet.
  const answers = operation === 'invitations.accept' || operation === 'projects.members.accept'
  if (!answers && compiled.membershipDenial(user, operation)) return false
  return compiled.decide(world, call) === 'yes'
}

/** Sends the call as the first user who succeeds with it; returns false if nobody does. */
export const sendAsAnyone = (stage: Stage, call: Sent): boolean =>
  [...stage.world.users(), ...stage.store.tables.former].some(
    (user) => mayMake(stage, user, call) && succeeded(stage.send(user.email, call)),
  )

/** A caller who may ask about anybody and anything: nothing is hidden from it. */
export const point = enforcementPoint.email

/** Everybody who may ask about others. */
export const askersOn = (stage: Stage): readonly UserRecord[] =>
  [...stage.world.users()].filter((user) =>
    mayMake(stage, user, { operation: 'users.list', args: [{}] }),
  )
