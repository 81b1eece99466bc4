import { contract, type Terms } from '../../generated/contract.ts'
import { isOperation, pathParametersOf } from './operations.ts'
import { type Outcome, outcomeOf } from '../language/outcome.ts'
import type { World } from './world.ts'
import type { InvitationRecord, MemberRecord, UserRecord } from '../language/records.ts'

/** Whether the person is an active member, and not paused. */
export const isActiveMember = (actor: UserRecord): boolean =>
  actor.status === 'active' && !actor.paused

const openTo = (operation: string): Terms['openTo'] =>
  isOperation(operation) ? contract[operation].openTo : undefined

/** Whether everybody who can sign in may call the operation, members or not. */
export const isOpenToAll = (operation: string): boolean => openTo(operation) === 'everyone'

/** Whether the operation asks what a person may do. Everybody may ask that about themselves. */
export const isQuestion = (operation: string): boolean => openTo(operation) === 'oneself'

/** For an operation that answers an invitation: the resource type that invites. */
const invitingType = (operation: string): 'invitation' | 'member' | undefined => {
  if (!isOperation(operation)) return undefined
  const { openTo: to, target } = contract[operation]
  return to === 'invited' && (target === 'invitation' || target === 'member') ? target : undefined
}

/** The resource that invites a person: to the organization, or to a project. */
interface Invites {
  readonly invitation?: InvitationRecord | undefined
  readonly member?: MemberRecord | undefined
}

/** Whether the entry is for the person's e-mail address. */
export const isForAddress = ({ subject }: MemberRecord, { email }: UserRecord): boolean =>
  subject.type === 'email' && subject.id === email

/** Whether the operation answers the person's invitation, which takes no membership. */
export const isAnswer = (
  person: UserRecord,
  operation: string,
  { invitation, member }: Invites,
): boolean => {
  const type = invitingType(operation)
  if (type === 'invitation') return invitation?.email === person.email
  return type === 'member' && member !== undefined && isForAddress(member, person)
}

/** Whether a call answers the person's invitation, which its path arguments name. */
export const answersInvitation = (
  world: World,
  person: UserRecord,
  operation: string,
  args: readonly unknown[],
): boolean => {
  const type = invitingType(operation)
  if (type === undefined || !isOperation(operation)) return false
  const id = String(args[pathParametersOf(operation).indexOf(type)])
  return isAnswer(person, operation, { [type]: world[type](id) })
}

const inviting = (
  world: World,
  email: string,
  type: 'invitation' | 'member' | undefined,
): Iterable<unknown> => {
  if (type === undefined) return []
  return type === 'invitation' ? world.invitationsOf(email) : world.entriesOf(email)
}

/** Whether the operation can answer an invitation of the person, answered before or not. */
const hasToAnswer = (world: World, { email }: UserRecord, operation: string): boolean =>
  [...inviting(world, email, invitingType(operation))].length > 0

/** Whether the person's membership permits a call of the operation on the resources; without any, on whichever. */
export const membershipAllows = (
  world: World,
  person: UserRecord,
  operation: string,
  resources: Invites,
): Outcome => {
  if (isActiveMember(person) || isOpenToAll(operation)) return 'yes'
  // They may ask about themselves, and about nobody else.
  if (isQuestion(operation)) return 'depends'
  if (person.paused) return 'no'
  if (resources.invitation || resources.member)
    return outcomeOf(isAnswer(person, operation, resources))
  return hasToAnswer(world, person, operation) ? 'depends' : 'no'
}

/** The person's unanswered invitation. */
export const pendingInvitation = (
  world: World,
  { email }: UserRecord,
): InvitationRecord | undefined =>
  [...world.invitationsOf(email)].find(({ status }) => status === 'pending')
