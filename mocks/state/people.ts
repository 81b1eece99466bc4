import type { UserRecord } from '../policy/language/records.ts'
import type { Birth, Store } from './store.ts'
import { revokeServiceKeys, revokeToken } from './tokens.ts'

/** A default name: the e-mail address, cut to the length of a name. */
export const nameFrom = (email: string): string => email.slice(0, longestName)

/** The document's limit of a name, in characters. An address may be longer. */
const longestName = 200

/** Adds a user. No user may have the address yet. One who was removed is known elsewhere as before. */
export function addUser(store: Store, user: Omit<UserRecord, keyof Birth>): UserRecord {
  const { users, former } = store.tables
  const before = former.byKey(user.email)
  if (before !== undefined) former.delete(before.id)
  const { externalId, properties } = before ?? {}
  return users.put({
    ...store.birth('user'),
    ...user,
    ...(externalId !== undefined && { externalId }),
    ...(properties !== undefined && { properties }),
  })
}

/** Lets a person who is not a user sign in, to answer an invitation to a project. */
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

/** Makes a known person an active user. */
export function activate(store: Store, person: UserRecord): void {
  if (person.status === 'active') return
  const { users, former } = store.tables
  former.delete(person.id)
  users.put({ ...person, status: 'active' })
}

/** Removes a user, with their entries, keys, tokens and pending invitations. */
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
  // Former members can still sign in, to learn that they are not members any more.
  const { role: _, revoked: __, ...person } = user
  former.put({ ...person, status: 'pending', teams: {}, grants: {}, paused: false })
}
