import { lowerCase } from '../../shared/lower-case.ts'
import type { Call } from './call.ts'
import { resourceNames, type Resources, typeOf } from '../world/resources.ts'
import type { Reader } from '../world/reader.ts'
import type { InvitationRecord, UserRecord } from '../language/records.ts'

/** Names of the call's resources that its reader may not see. */
export type Hidden = ReadonlySet<string>

const nothing: Hidden = new Set()

/** The resources that the reader may not see, among `names`. */
export const hiddenFrom = (
  reader: Reader,
  resources: Resources,
  names: readonly (keyof Resources)[] = resourceNames,
): Hidden => {
  let hidden: Set<string> | undefined
  for (const name of names) {
    const resource = resources[name]
    if (typeof resource !== 'object') continue
    if (reader.sees(typeOf(name), resource)) continue
    hidden ??= new Set()
    hidden.add(name)
  }
  return hidden ?? nothing
}

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** The address if the call uses it, else the id: the text must not reveal one to a reader who knows the other. */
const nameIn = (
  args: readonly unknown[] | undefined,
  { id, email }: { readonly id: string; readonly email: string },
): string => {
  if (args === undefined) return 'the user'
  if (args.includes(email)) return email
  return stringsIn(args).some((text) => lowerCase(text) === email) ? email : id
}

/** Makes one record per original and name, so that caches keyed by the record work. */
const perName = <T extends { readonly id: string; readonly email: string }>(
  make: (record: T, email: string) => T,
) => {
  const made = new WeakMap<T, Map<string, T>>()
  return (record: T, args: readonly unknown[] | undefined): T => {
    const email = nameIn(args, record)
    const known = made.get(record) ?? new Map<string, T>()
    made.set(record, known)
    const one = known.get(email) ?? make(record, email)
    known.set(email, one)
    return one
  }
}

/** A user about whom nothing is known but their name in the call. The id matches nobody. */
const somebody = perName<UserRecord>((user, email) => {
  const { role: _, revoked: __, externalId: ___, properties: ____, ...rest } = user
  return { ...rest, id: '', email, status: 'active', teams: {}, grants: {}, paused: false }
})

const anInvitation = perName<InvitationRecord>((invitation, email) => ({ ...invitation, email }))

const sameUser = perName<UserRecord>((user, email) => ({ ...user, email }))

/** The resources, with hidden users and invitations named as in the call. */
export const asNamed = (
  { resources, args }: { resources: Resources; args?: Call['args'] },
  hidden: Hidden,
): Resources => {
  const { user, invitation } = resources
  const hidesUser = typeof user === 'object' && hidden.has('user')
  const hidesInvitation = invitation && hidden.has('invitation')
  return {
    ...resources,
    ...(hidesUser && { user: sameUser(user, args) }),
    ...(hidesInvitation && { invitation: anInvitation(invitation, args) }),
  }
}

/**
 * The same, with hidden users stripped of all that distinguishes them. Requirements are positive, so a
 * requirement that such a user meets is met by everybody.
 */
export const anonymized = (
  call: { resources: Resources; args?: Call['args'] },
  hidden: Hidden,
): Resources => {
  const { user } = call.resources
  const hidesUser = typeof user === 'object' && hidden.has('user')
  return {
    ...asNamed(call, hidden),
    ...(hidesUser && { user: somebody(user, call.args) }),
  }
}
