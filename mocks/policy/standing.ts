import type { Decision, ProblemCode } from '../../src/index.ts'
import type { Judge } from './judge.ts'
import type { InvitationRecord, UserRecord, World } from './world.ts'

/** Whether someone in the organization may do anything at all. */
export const hasStanding = (actor: UserRecord): boolean =>
  actor.status === 'active' && !actor.paused

const ownInvitation: ReadonlySet<string> = new Set([
  'invitations.get',
  'invitations.accept',
  'invitations.reject',
])
const ownEntry: ReadonlySet<string> = new Set([
  'projects.members.get',
  'projects.members.accept',
  'projects.members.reject',
])

/** Whether somebody answers what invites them, to the organization or to a project: one need not be a member for it. */
export const answersInvitation = (
  world: World,
  { email }: UserRecord,
  operation: string,
  [first, second]: readonly unknown[],
): boolean => {
  if (ownInvitation.has(operation)) return world.invitation(String(first))?.email === email
  const subject = ownEntry.has(operation) ? world.member(String(second))?.subject : undefined
  return subject?.type === 'email' && subject.id === email
}

/** The invitation that the person has not answered yet. */
export const pendingInvitation = (
  world: World,
  { email }: UserRecord,
): InvitationRecord | undefined =>
  [...world.invitationsOf(email)].find(({ status }) => status === 'pending')

const refusal = (
  { policy }: Judge,
  action: string,
  code: ProblemCode,
  text: string,
  final: string,
): Decision => ({
  allowed: false,
  outcome: 'no',
  policy: policy.name,
  action,
  rule: 'membership',
  status: 403,
  code,
  text,
  alternatives: [],
  final,
})

const whyNone = (world: World, { email }: UserRecord): string => {
  const last = [...world.invitationsOf(email)].at(-1)
  if (last?.status === 'withdrawn')
    return 'The invitation was withdrawn: only a new one would help.'
  if (last?.status === 'rejected') return 'The invitation was rejected: only a new one would help.'
  return 'Only an active membership would allow it.'
}

/** Why somebody may do nothing at all; undefined for an active member. `asker` is `You` in the texts. */
export const standing = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  action: string,
  asker: UserRecord,
): Decision | undefined => {
  const isAsker = actor.id === asker.id
  if (actor.paused) {
    const text = `${isAsker ? 'Your' : `${actor.email}’s`} membership is paused.`
    const final = 'Only whoever manages members can resume it.'
    return refusal(judge, action, 'member_paused', text, final)
  }
  if (actor.status === 'active') return undefined
  const text = `${isAsker ? 'You are' : `${actor.email} is`} not an active member of the organization.`
  return refusal(judge, action, 'not_a_member', text, whyNone(world, actor))
}
