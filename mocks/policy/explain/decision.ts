import type { Decision, ProblemCode } from '../../../src/index.ts'
import { type Citable, cite } from './cited-rule.ts'
import type { Policy } from '../language/policy.ts'
import type { Judge } from '../language/judge.ts'
import type { Outcome } from '../language/outcome.ts'
import type { UserRecord } from '../language/records.ts'
import { isActiveMember } from '../world/membership.ts'

/** The policy and the action of a decision. */
export interface Topic {
  policy: Policy
  action: string
}

export const topicOf = ({ policy }: Judge, action: string): Topic => ({ policy, action })

/** A decision that is not a denial. */
export const decided = (
  { policy, action }: Topic,
  outcome: Outcome,
  rule: Citable,
  text: string,
): Decision => ({
  allowed: outcome === 'yes',
  outcome,
  policy: policy.name,
  action,
  ...cite(policy, rule),
  text,
  alternatives: [],
})

/** A denial without alternatives. */
export const refused = (
  { policy, action }: Topic,
  code: ProblemCode,
  rule: Citable,
  text: string,
): Decision => ({
  allowed: false,
  outcome: 'no',
  policy: policy.name,
  action,
  ...cite(policy, rule),
  status: 403,
  code,
  text,
  alternatives: [],
})

/** The denial of an action that the platform does not offer. */
export const notOffered = (topic: Topic, why: string): Decision => ({
  ...refused(topic, 'operation_not_offered', 'not_offered', `${why}.`),
  final: 'The platform offers it to nobody.',
})

/**
 * The denial of a caller without an active membership; undefined for an active member. Texts address
 * `asker` as `You`.
 */
export const membershipDenial = (
  judge: Judge,
  actor: UserRecord,
  action: string,
  asker: UserRecord,
): Decision | undefined => {
  if (isActiveMember(actor)) return undefined
  const isAsker = actor.id === asker.id
  const code: ProblemCode = actor.paused ? 'member_paused' : 'not_a_member'
  const text = actor.paused
    ? `${isAsker ? 'Your' : `${actor.email}’s`} membership is paused.`
    : `${isAsker ? 'You are' : `${actor.email} is`} not an active member of the organization.`
  return refused(topicOf(judge, action), code, 'membership', text)
}
