import { lowerCase } from '../../shared/lower-case.ts'
import type { Call } from './call.ts'
import { resourceNames, type Resources, typeOf } from '../world/resources.ts'
import type { Reader } from '../world/reader.ts'
import type { InvitationRecord, UserRecord } from '../language/records.ts'

/** The resources that a call names and its reader may not see, by what they are to the call. */
export type Hidden = ReadonlySet<string>

const nothing: Hidden = new Set()

/** What of the resources its reader may not see; of those named alone, where some are. */
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

/** The address if the call says it, else the id: a reader learns no address by an id, and no id by an address. */
const nameIn = (
  args: readonly unknown[] | undefined,
  { id, email }: { readonly id: string; readonly email: string },
): string => {
  if (args === undefined) return 'the user'
  if (args.includes(email)) return email
  return stringsIn(args).some((text) => lowerCase(text) === email) ? email : id
}

/** One faceless record for each record and way to name it: what is worked out for it is found again. */
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

/** Somebody of whom nothing is known but how they are named. The id is nobody's. */
const somebody = perName<UserRecord>((user, email) => {
  const { role: _, revoked: __, ...rest } = user
  return { ...rest, id: '', email, status: 'active', teams: {}, grants: {}, paused: false }
})

const anInvitation = perName<InvitationRecord>((invitation, email) => ({ ...invitation, email }))

const sameUser = perName<UserRecord>((user, email) => ({ ...user, email }))

/** The resources, with people and invitations that stay hidden called as the call has named them. */
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
 * The resources, with people and invitations that stay hidden made faceless: they have what everybody
 * has. Requirements are positive, so whatever such a person meets, everybody does.
 */
export const faceless = (
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
