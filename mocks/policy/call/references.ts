import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import { inputFields } from '../../generated/input-fields.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { GrantDefinition, Policy } from '../language/policy.ts'
import { inEntry, inOrganization, inTeam, type RolePlace } from '../world/roles.ts'

export type ReferenceType = 'user' | 'team' | 'role' | 'project' | 'permission' | 'kind' | 'grant'

type RoleIn = 'organization' | 'team' | { category: string }
type GrantIn = GrantDefinition['in'][number]

/** A reference that a body or query makes to something else. */
export interface Reference {
  /** JSON pointer into the body. */
  pointer: string
  type: ReferenceType
  reference: string
  /** Whether it is the key at the end of the pointer, and not what is there. */
  isKey?: true
  /** Where a role would be held, if the call is to hand it out: in one category, for an entry's. */
  in?: RoleIn
  /** Where a grant would be ticked or unticked. */
  grantIn?: GrantIn
  /** What the call then is about, beside what its path names. */
  as?: 'user' | 'team' | 'project' | 'destination'
  /** Whether the call is about what is in it, so that it counts as if the path named it. */
  isContainer?: true
  /** Whether it may name somebody who was removed. */
  former?: true
}

type Input = Readonly<Record<string, unknown>>
type ReferenceReader = (input: Input) => readonly Reference[]

const one =
  (key: string, type: ReferenceType, as?: Reference['as']): ReferenceReader =>
  (input) => {
    const reference = input[key]
    if (typeof reference !== 'string') return []
    return [{ pointer: pointer(key), type, reference, ...(as && { as }) }]
  }

const each =
  (key: string, type: ReferenceType): ReferenceReader =>
  (input) => {
    const items = input[key]
    if (!Array.isArray(items)) return []
    return items.map((item, index) => ({
      pointer: pointer(key, index),
      type,
      reference: String(item),
    }))
  }

const keysOf =
  (key: string, type: ReferenceType): ReferenceReader =>
  (input) => {
    const map = input[key]
    if (!isRecord(map)) return []
    return Object.keys(map).map((reference) => ({
      pointer: pointer(key, reference),
      type,
      reference,
      isKey: true,
    }))
  }

const role =
  (key: string, where: RoleIn): ReferenceReader =>
  (input) =>
    one(key, 'role')(input).map((reference) => ({ ...reference, in: where }))

const rolesOf =
  (key: string, where: (name: string) => RoleIn): ReferenceReader =>
  (input) => {
    const map = input[key]
    if (!isRecord(map)) return []
    return Object.entries(map).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [
            {
              pointer: pointer(key, name),
              type: 'role',
              reference: value,
              in: where(name),
            },
          ]
        : [],
    )
  }

const container: ReferenceReader = (input) =>
  one('project', 'project', 'project')(input).map((named) => ({ ...named, isContainer: true }))

const anyoneEver =
  (key: string): ReferenceReader =>
  (input) =>
    one(key, 'user')(input).map((named) => ({ ...named, former: true }))

const grants =
  (where: GrantIn): ReferenceReader =>
  (input) =>
    keysOf('grants', 'grant')(input).map((reference) => ({ ...reference, grantIn: where }))

const subject: ReferenceReader = ({ subject: named }) => {
  if (!isRecord(named) || typeof named.id !== 'string') return []
  if (named.type !== 'user' && named.type !== 'team') return []
  return [{ pointer: '/subject/id', type: named.type, reference: named.id, as: named.type }]
}

const memberships = [
  role('role', 'organization'),
  keysOf('teams', 'team'),
  rolesOf('teams', () => 'team'),
]

const entryRoles = rolesOf('roles', (category) => ({ category }))

const readers: Partial<Record<OperationId, readonly ReferenceReader[]>> = {
  'roles.create': [each('permissions', 'permission')],
  'roles.update': [each('permissions', 'permission')],
  'teams.create': [role('defaultRole', 'team')],
  'teams.update': [role('defaultRole', 'team')],
  'users.list': [one('team', 'team'), one('role', 'role')],
  'users.create': memberships,
  'users.update': [...memberships, grants('organization')],
  'projects.list': [one('team', 'team')],
  'projects.create': [one('team', 'team', 'team')],
  'organization.transferOwnership': [one('to', 'user', 'user')],
  'invitations.create': [role('role', 'organization')],
  'audit.list': [one('project', 'project', 'project'), anyoneEver('actor')],
  'projects.transferOwnership': [one('to', 'user', 'user')],
  'projects.members.add': [subject, entryRoles, grants('project')],
  'projects.members.update': [entryRoles, grants('project')],
  'artifacts.list': [container, one('kind', 'kind')],
  'artifacts.create': [container, one('kind', 'kind')],
  'artifacts.move': [one('project', 'project', 'destination')],
  'artifacts.run': [one('project', 'project', 'destination')],
}

/** Every reference that the call's body or query makes. */
export const referencesOf = (operation: OperationId, input: Input | undefined) =>
  input ? (readers[operation] ?? []).flatMap((read) => read(input)) : []

/** A body or query in which every key is stated, and could be a reference. */
const fullInputs = (operation: OperationId): readonly Input[] => {
  const texts = Object.fromEntries(
    Object.keys(inputFields[operation]).map((key) => [key, 'reference']),
  )
  return ['user', 'team'].map((type) => ({ ...texts, subject: { type, id: 'reference' } }))
}

/** What a call of the operation can be about by a reference in its body or query. */
export const namedInBody = (operation: OperationId): readonly NonNullable<Reference['as']>[] => [
  ...new Set([
    ...fullInputs(operation)
      .flatMap((input) => referencesOf(operation, input))
      .flatMap(({ as }) => as ?? []),
    // Whom an access request is about.
    ...(operation.startsWith('access.') ? (['user'] as const) : []),
  ]),
]

/** Where the role would be held that a reference hands out; undefined for one that hands out none. */
export const rolePlaceOf = (policy: Policy, { in: where }: Reference): RolePlace | undefined => {
  if (where === 'organization') return inOrganization
  if (where === 'team') return inTeam
  return where && inEntry(policy, where.category)
}

/** Whether there is a grant of that key to tick where the reference would tick it. */
export const isGrantOf = (
  { grants: known }: Policy,
  { reference, grantIn }: Reference,
): boolean => {
  const grant = Object.hasOwn(known, reference) ? known[reference] : undefined
  return grantIn !== undefined && grant?.in.includes(grantIn) === true
}
