import { fieldPath } from '../../policy/call/field-path.ts'
import { recorded } from '../../policy/language/recorded-fields.ts'
import { pathParametersOf } from '../../policy/world/operations.ts'
import type * as world from '../../policy/language/records.ts'
import { lookUp } from './look-up.ts'
import type { Spot } from './spot.ts'

type OptionalKey<T> = {
  [K in keyof T]-?: Pick<T, K> extends Required<Pick<T, K>> ? (null extends T[K] ? K : never) : K
}[keyof T]

/** The optional keys of a record. A new one does not compile until it is listed, or hidden by name. */
type Optional<T, Hidden extends keyof T = never> = Readonly<
  Record<Exclude<OptionalKey<T>, world.Unread | Hidden>, true>
>

const person = { role: true } satisfies Optional<world.UserRecord, 'revoked'>

const project = {
  description: true,
  team: true,
  owner: true,
} satisfies Optional<world.ProjectRecord>

/** Optional fields by root. */
const optional: Readonly<Record<string, Readonly<Record<string, true>>>> = {
  user: person,
  actor: person,
  team: { defaultRole: true } satisfies Optional<world.TeamRecord>,
  role: { description: true, category: true } satisfies Optional<
    world.RoleRecord,
    'grants' | 'afterRevocation'
  >,
  project,
  destination: project,
  member: { grants: true, isOwner: true } satisfies Optional<world.MemberRecord>,
  artifact: {
    project: true,
    attachedTo: true,
    data: true,
  } satisfies Optional<world.ArtifactRecord>,
  invitation: { message: true } satisfies Optional<world.InvitationRecord>,
  token: { revokedAt: true } satisfies Optional<world.TokenRecord, 'value'>,
  organization: {
    ...({ description: true, owner: true } satisfies Optional<
      world.OrganizationRecord,
      'deletedAt'
    >),
    'plan.seats': true,
  },
  settings: { defaultRole: true, defaultTeam: true } satisfies Optional<world.Settings>,
}

/** Whether a root is always bound: named by the path, created by the call, or the caller. */
const isCertain = ({ place, called, operation, each, made }: Spot, root: string): boolean => {
  if (root === 'organization' || root === 'settings') return true
  if (root === 'actor') return called
  // A question about one resource need not name any other.
  if (place === 'question') return false
  if (place === 'source') return root === 'project'
  if (root === 'team' && each === 'team') return true
  if (root === made) return true
  return operation !== undefined && pathParametersOf(operation).includes(root)
}

/** Whether the field can be null in the spot. */
export function mayBeNull(spot: Spot, field: string): boolean {
  const { root, roots, path, fact } = fieldPath(field)
  if (root === 'value') {
    const found = lookUp(spot, field)
    // A key's change is asked only if the key is stated, and a flag can't be stated as null.
    return spot.key === undefined || !('shape' in found && found.shape === 'flag')
  }
  if (!roots.every((one) => isCertain(spot, one))) return true
  const name = path.join('.')
  if (fact) return name === 'roleInTeam'
  const known: Readonly<Record<string, object>> = recorded
  if (!Object.hasOwn(known[root] ?? {}, name)) return true
  return Object.hasOwn(optional[root] ?? {}, name)
}
