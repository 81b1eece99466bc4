import type { UserRecord } from '../policy/language/records.ts'
import type { Birth, Store } from './store.ts'
import { revokeServiceKeys, revokeToken } from './tokens.ts'

/** What somebody is called who gave no name: as much of their e-mail address as a name may have. */
export const nameFrom = (email: string): string => email.slice(0, longestName)

/** The document's limit of a name, in characters; an address may have more. */
const longestName = 200

/** Makes somebody a user; nobody with that address is one yet. */
export function addUser(store: Store, user: Omit<UserRecord, keyof Birth>): UserRecord {
  const { users, former } = store.tables
  const before = former.byKey(user.email)
  if (before !== undefined) former.delete(before.id)
  return users.put({ ...store.birth('user'), ...user })
}

/** Lets somebody who is no user sign in, to answer what they are invited to. */
export function makeKnown(store: Store, email: string): void {
  const { users, former } = store.tables
  if ((users.byKey(email) ?? former.byKey(email)) !== undefined) return
  former.put({
    ...store.birth('user'),
    email,
    name: nameFrom(email),
    type: 'human',
    status: 'pending',
    teams: {},
    grants: {},
    paused: false,
  })
}

/** Makes somebody who is known an active user. */
export function activate(store: Store, person: UserRecord): void {
  if (person.status === 'active') return
  const { users, former } = store.tables
  former.delete(person.id)
  users.put({ ...person, status: 'active' })
}

/** Ends somebody's membership, with everything that lets them or others act by it. */
export function removeUser(store: Store, user: UserRecord): void {
  const { users, former, members, invitations, tokens } = store.tables
  for (const subject of [user.id, user.email]) {
    for (const entry of [...members.where('subject', subject)]) members.delete(entry.id)
  }
  revokeServiceKeys(store, user.id)
  for (const token of tokens.where('creator', user.id)) revokeToken(store, token)
  for (const invitation of invitations.where('email', user.email)) {
    if (invitation.status === 'pending') invitations.put({ ...invitation, status: 'withdrawn' })
  }
  users.delete(user.id)
  // Who was ever a member can still sign in, to learn that they are one no more.
  const { role: _, revoked: __, ...person } = user
  former.put({ ...person, status: 'pending', teams: {}, grants: {}, paused: false })
}
