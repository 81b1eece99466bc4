import type { InvitationRecord } from '../policy/language/records.ts'
import type { Store } from './store.ts'
import { addUser, removeUser, nameFrom } from './people.ts'

/** The contents of a new invitation. */
type Letter = Pick<InvitationRecord, 'email' | 'role' | 'message'>

/** Stores a pending invitation, sent once. */
export const recordInvitation = (
  store: Store,
  { email, role, message }: Letter,
): InvitationRecord =>
  store.tables.invitations.put({
    ...store.birth('invitation'),
    email,
    role,
    ...(message !== undefined && { message }),
    status: 'pending',
    sentCount: 1,
    lastSentAt: store.now,
  })

/** Invites a person: they are a pending user until they answer. */
export function invite(store: Store, letter: Letter): InvitationRecord {
  const { email, role } = letter
  const nothingYet = { teams: {}, grants: {}, paused: false }
  addUser(store, {
    email,
    name: nameFrom(email),
    type: 'human',
    status: 'pending',
    role,
    ...nothingYet,
  })
  return recordInvitation(store, letter)
}

/** Settles a pending invitation. If accepted, the user becomes active, or else is removed. */
export function settleInvitation(
  store: Store,
  invitation: InvitationRecord,
  status: Exclude<InvitationRecord['status'], 'pending'>,
): InvitationRecord {
  const { users, invitations } = store.tables
  const settled = invitations.put({ ...invitation, status })
  const person = users.byKey(invitation.email)
  if (person === undefined) return settled
  if (status === 'accepted') users.put({ ...person, status: 'active' })
  else removeUser(store, person)
  return settled
}
