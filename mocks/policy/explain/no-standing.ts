import type { Decision, ProblemCode } from '../../../src/index.ts'
import { refused } from './decision.ts'
import type { Judge } from '../language/judge.ts'
import type { UserRecord } from '../language/records.ts'
import { hasStanding } from '../world/standing.ts'

/** Why somebody may do nothing at all; undefined for an active member. `asker` is `You` in the texts. */
export const standing = (
  { policy }: Judge,
  actor: UserRecord,
  action: string,
  asker: UserRecord,
): Decision | undefined => {
  if (hasStanding(actor)) return undefined
  const isAsker = actor.id === asker.id
  const code: ProblemCode = actor.paused ? 'member_paused' : 'not_a_member'
  const text = actor.paused
    ? `${isAsker ? 'Your' : `${actor.email}’s`} membership is paused.`
    : `${isAsker ? 'You are' : `${actor.email} is`} not an active member of the organization.`
  return refused({ policy: policy.name, action }, code, 'membership', text)
}
