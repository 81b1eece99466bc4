import { isRecord } from '../../src/core/record.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { type Call, type Things, unknown } from './call.ts'
import { permissionsOf } from './holding.ts'
import type { Policy } from './policy.ts'
import { inEntry, inOrganization, inTeam, type RolePlace } from './role-place.ts'
import type { World } from './world.ts'

/** Permissions that a call gives to somebody, and where. */
export interface HandOut {
  in: 'organization' | 'team' | 'project'
  permissions: ReadonlySet<string>
  things: Things
}

/** What the value of a key in the body hands out. */
type Reader = (policy: Policy, world: World, call: Call, value: unknown) => readonly HandOut[]

const ofRole = (world: World, key: unknown, place: RolePlace): readonly string[] => {
  const role = typeof key === 'string' ? world.role(key, place) : undefined
  return role ? [...permissionsOf(role)] : []
}

const one = (
  place: HandOut['in'],
  permissions: Iterable<string>,
  { things }: Pick<Call, 'things'>,
): readonly HandOut[] => [{ in: place, permissions: new Set(permissions), things }]

const organizationRole: Reader = (_, world, call, value) =>
  one('organization', ofRole(world, value, inOrganization), call)

const permissions: Reader = (_, _world, call, value) =>
  one('organization', Array.isArray(value) ? value.map(String) : [], call)

const teamRoles: Reader = (_, world, { things }, value) =>
  Object.entries(isRecord(value) ? value : {}).flatMap(([key, role]) => {
    const team = world.team(key)
    const given = role === true ? (team?.defaultRole ?? world.settings.defaultRole) : role
    const about: Things = { ...things, team: team ?? unknown }
    return one('team', ofRole(world, given, inTeam), { things: about })
  })

/** Boxes add what the role of whoever they are ticked for has in store for them. */
const grants: Reader = (_, world, call, value) => {
  const { user } = call.things
  const stated = typeof call.input?.role === 'string' ? call.input.role : undefined
  const key = stated ?? (typeof user === 'object' ? user.role : undefined)
  const role = key === undefined ? undefined : world.role(key, inOrganization)
  const ticked = Object.entries(isRecord(value) ? value : {}).filter(([, set]) => set === true)
  return one(
    'organization',
    ticked.flatMap(([grant]) => role?.grants?.[grant] ?? []),
    call,
  )
}

const entryRoles: Reader = (policy, world, call, value) => {
  const roles = Object.entries(isRecord(value) ? value : {})
  const given = roles.flatMap(([category, role]) => ofRole(world, role, inEntry(policy, category)))
  return one('project', given, call)
}

const entryRights: Reader = ({ rights = {} }, _, call, value) => {
  const stated: readonly unknown[] = Array.isArray(value) ? value : []
  const given = Object.entries(rights).filter(([right]) => stated.includes(right))
  return one(
    'project',
    given.map(([, permission]) => permission),
    call,
  )
}

const entryGrants: Reader = (policy, world, call, value) => {
  const now = call.things.member?.roles ?? {}
  const roles = { ...now, ...(isRecord(call.input?.roles) ? call.input.roles : {}) }
  const ticked = Object.entries(isRecord(value) ? value : {}).filter(([, set]) => set === true)
  const given = Object.entries(roles).flatMap(([category, key]) => {
    const role = typeof key === 'string' ? world.role(key, inEntry(policy, category)) : undefined
    return ticked.flatMap(([grant]) => role?.grants?.[grant] ?? [])
  })
  return one('project', given, call)
}

const everything: Reader = (policy, _, call, value) =>
  value === true ? one('project', Object.keys(policy.permissions), call) : []

const memberships = { role: organizationRole, teams: teamRoles }
const entry = {
  roles: entryRoles,
  rights: entryRights,
  grants: entryGrants,
  isOwner: everything,
}

const readers: Partial<Record<OperationId, Readonly<Record<string, Reader>>>> = {
  'roles.create': { permissions },
  'roles.update': { permissions },
  'users.create': memberships,
  'users.update': { ...memberships, grants },
  'invitations.create': { role: organizationRole },
  'projects.members.add': entry,
  'projects.members.update': entry,
}

/** Whether the operation can hand out anything at all. */
export const canHandOut = (operation: OperationId): boolean => Object.hasOwn(readers, operation)

/** Everything that the call hands out; what it takes away is none of it. */
export const handOutsOf = (policy: Policy, world: World, call: Call): readonly HandOut[] =>
  Object.entries(readers[call.operation] ?? {})
    .flatMap(([key, read]) =>
      call.input && Object.hasOwn(call.input, key)
        ? read(policy, world, call, call.input[key])
        : [],
    )
    .filter((handOut) => handOut.permissions.size > 0)
