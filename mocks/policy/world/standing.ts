import { contract, type Terms } from '../../generated/contract.ts'
import { isOperation, pathParametersOf } from './operations.ts'
import { type Outcome, outcomeOf } from '../language/outcome.ts'
import type { World } from './world.ts'
import type { InvitationRecord, MemberRecord, UserRecord } from '../language/records.ts'

/** Whether someone in the organization may do anything at all. */
export const hasStanding = (actor: UserRecord): boolean =>
  actor.status === 'active' && !actor.paused

const openTo = (operation: string): Terms['openTo'] =>
  isOperation(operation) ? contract[operation].openTo : undefined

/** Whether whoever can sign in may call it, whatever their standing. */
export const isOpenToAll = (operation: string): boolean => openTo(operation) === 'everyone'

/** Whether the operation asks what somebody may do, which anybody may ask about themselves. */
export const isQuestion = (operation: string): boolean => openTo(operation) === 'oneself'

/** What the operation is about, where it is for the person whom that invites. */
const invitingType = (operation: string): 'invitation' | 'member' | undefined => {
  if (!isOperation(operation)) return undefined
  const { openTo: to, target } = contract[operation]
  return to === 'invited' && (target === 'invitation' || target === 'member') ? target : undefined
}

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
  const type = invitingType(operation)
  if (type === 'invitation') return invitation?.email === person.email
  return type === 'member' && member !== undefined && isForAddress(member, person)
}

/** The same of a call, by its path arguments. */
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

/** Whether something invites the person, or did, that the operation is for. */
const hasToAnswer = (world: World, { email }: UserRecord, operation: string): boolean =>
  [...inviting(world, email, invitingType(operation))].length > 0

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
