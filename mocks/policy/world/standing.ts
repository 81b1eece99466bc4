import { type Outcome, outcomeOf } from '../language/outcome.ts'
import type { World } from './world.ts'
import type { InvitationRecord, MemberRecord, UserRecord } from '../language/records.ts'

/** Whether someone in the organization may do anything at all. */
export const hasStanding = (actor: UserRecord): boolean =>
  actor.status === 'active' && !actor.paused

/** Whoever can sign in learns who they are, whatever their standing. */
export const isOpenToAll = (operation: string): boolean => operation === 'users.me'

/** What can be asked about oneself, whatever one's standing. */
const questionsOnOneself: ReadonlySet<string> = new Set([
  'access.evaluate',
  'access.evaluateAll',
  'access.searchActions',
])

/** Whether the operation asks what somebody may do. */
export const isQuestion = (operation: string): boolean => questionsOnOneself.has(operation)

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

/** What may invite somebody: to the organization, or to a project. */
interface Invites {
  readonly invitation?: InvitationRecord | undefined
  readonly member?: MemberRecord | undefined
}

/** Whether an entry is for the person's address. */
export const isForAddress = ({ subject }: MemberRecord, { email }: UserRecord): boolean =>
  subject.type === 'email' && subject.id === email

/** Whether the operation answers what invites the person: nobody has to be a member for it. */
export const isAnswer = (
  person: UserRecord,
  operation: string,
  { invitation, member }: Invites,
): boolean => {
  if (ownInvitation.has(operation)) return invitation?.email === person.email
  return ownEntry.has(operation) && member !== undefined && isForAddress(member, person)
}

/** The same of a call, by its path arguments. */
export const answersInvitation = (
  world: World,
  person: UserRecord,
  operation: string,
  [first, second]: readonly unknown[],
): boolean => {
  if (ownInvitation.has(operation)) {
    return isAnswer(person, operation, { invitation: world.invitation(String(first)) })
  }
  return (
    ownEntry.has(operation) && isAnswer(person, operation, { member: world.member(String(second)) })
  )
}

/** Whether something invites the person, or did, that the operation is for. */
const hasToAnswer = (world: World, { email }: UserRecord, operation: string): boolean =>
  (ownInvitation.has(operation) && [...world.invitationsOf(email)].length > 0) ||
  (ownEntry.has(operation) && [...world.entriesOf(email)].length > 0)

/** Whether the standing of somebody lets them make a call of the operation: about the resources, or about any. */
export const standingAllows = (
  world: World,
  person: UserRecord,
  operation: string,
  resources: Invites,
): Outcome => {
  if (hasStanding(person) || isOpenToAll(operation)) return 'yes'
  // About themselves it does, and about nobody else.
  if (isQuestion(operation)) return 'depends'
  if (person.paused) return 'no'
  if (resources.invitation || resources.member)
    return outcomeOf(isAnswer(person, operation, resources))
  return hasToAnswer(world, person, operation) ? 'depends' : 'no'
}

/** The invitation that the person has not answered yet. */
export const pendingInvitation = (
  world: World,
  { email }: UserRecord,
): InvitationRecord | undefined =>
  [...world.invitationsOf(email)].find(({ status }) => status === 'pending')
