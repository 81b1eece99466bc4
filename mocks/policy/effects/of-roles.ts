import { isRecord } from '../../../src/core/base/kind-of.ts'
import { type Resources, unresolved } from '../world/resources.ts'
import { type Giving, handOut, type HandOut } from './hand-out.ts'
import { handedOutByJoining } from './of-teams.ts'
import { permissionsOf, permitsOf } from '../world/permits.ts'
import { inEntry, inOrganization, inTeam, type RolePlace } from '../world/roles.ts'
import type { World } from '../world/world.ts'
import type { RoleRecord, TeamRecord, UserRecord } from '../language/records.ts'

/** Finds what a value in the body hands out. */
export type Giver = (giving: Giving, value: unknown) => readonly HandOut[]

const roleAt = (world: World, key: unknown, place: RolePlace): RoleRecord | undefined =>
  typeof key === 'string' ? world.role(key, place) : undefined

const ofRole = (world: World, key: unknown, place: RolePlace): readonly string[] => {
  const role = roleAt(world, key, place)
  return role ? [...permissionsOf(role)] : []
}

const entriesOf = (value: unknown): readonly [string, unknown][] =>
  Object.entries(isRecord(value) ? value : {})

const ticked = (value: unknown): readonly string[] =>
  entriesOf(value).flatMap(([grant, set]) => (set === true ? [grant] : []))

/** Grants that are ticked before and after the call. */
const keptGrants = (
  { call, effects }: Giving,
  of: 'user' | 'member',
  grants: Readonly<Record<string, true>> = {},
): Record<string, true> => {
  const stated = call.input?.grants
  if (effects.some((effect) => effect.kind === 'clear_grants' && effect.of === of)) return {}
  return Object.fromEntries(
    Object.entries(grants).filter(([grant]) => !isRecord(stated) || stated[grant] !== null),
  )
}

/** The permissions of an organization role, with the grants that stay ticked for its holder. */
export const organizationRoleFor = (
  giving: Giving,
  person: UserRecord | undefined,
  key: unknown,
): readonly HandOut[] => {
  const { world, call } = giving
  const role = roleAt(world, key, inOrganization)
  if (!role) return []
  const kept = keptGrants(giving, 'user', person?.grants)
  const { always, before } = permitsOf(role, kept, person?.revoked)
  return [handOut('organization', [...always, ...(before?.keys() ?? [])], call.resources)]
}

export const organizationRole: Giver = (giving, value) => {
  const { user } = giving.call.resources
  return organizationRoleFor(giving, typeof user === 'object' ? user : undefined, value)
}

/** A grant adds the permissions that its holder's role lists for it. */
export const grants: Giver = ({ world, call }, value) => {
  const { user } = call.resources
  const stated = typeof call.input?.role === 'string' ? call.input.role : undefined
  const key = stated ?? (typeof user === 'object' ? user.role : undefined)
  const role = roleAt(world, key, inOrganization)
  const given = ticked(value).flatMap((grant) => role?.grants?.[grant] ?? [])
  return [handOut('organization', given, call.resources)]
}

export const teamRoles: Giver = (giving, value) => {
  const { world, call } = giving
  return entriesOf(value).flatMap(([key, role]) => {
    if (role === null) return []
    const team = world.team(key)
    const given = role === true ? (team?.defaultRole ?? world.settings.defaultRole) : role
    const about: Resources = { ...call.resources, team: team ?? unresolved }
    const { user } = call.resources
    const joins = team && !(typeof user === 'object' && Object.hasOwn(user.teams, team.key))
    return [
      handOut('team', ofRole(world, given, inTeam), about),
      ...(joins ? handedOutByJoining(giving, team) : []),
    ]
  })
}

/** The default role of new team members, also at a sign-up. */
export const defaultRole: Giver = ({ world, call }, value) => [
  handOut(
    call.resources.team === undefined ? 'organization' : 'team',
    ofRole(world, value, inTeam),
    call.resources,
  ),
]

/**
 * A permission added to a role reaches its holders in every team where the role is held. If one scope
 * counts for all narrower ones, holding the permission there is enough.
 */
export const permissions: Giver = ({ policy, world, call }, value) => {
  const { resources } = call
  const { role } = resources
  const stated: readonly unknown[] = Array.isArray(value) ? value : []
  // An unknown permission is refused elsewhere.
  const given = Object.keys(policy.permissions).filter((permission) => stated.includes(permission))
  const isHeldIn = ({ key }: TeamRecord): boolean =>
    typeof role === 'object' && [...world.usersIn(key)].some(({ teams }) => teams[key] === role.key)
  const teams = policy.hardened?.wider ? [] : [...world.teams()].filter(isHeldIn)
  return [
    handOut('organization', given, resources),
    ...teams.map((team) => handOut('team', given, { ...resources, team })),
  ]
}

export const entryRoles: Giver = (giving, value) => {
  const { policy, world, call } = giving
  const kept = keptGrants(giving, 'member', call.resources.member?.grants)
  const given = entriesOf(value).flatMap(([category, key]) => {
    const role = roleAt(world, key, inEntry(policy, category))
    return role ? [...permitsOf(role, kept).always] : []
  })
  return [handOut('project', given, call.resources)]
}

export const entryRights: Giver = ({ policy, call }, value) => {
  const { rights = {} } = policy
  const stated: readonly unknown[] = Array.isArray(value) ? value : []
  const given = Object.entries(rights).filter(([right]) => stated.includes(right))
  return [
    handOut(
      'project',
      given.map(([, permission]) => permission),
      call.resources,
    ),
  ]
}

export const entryGrants: Giver = ({ policy, world, call }, value) => {
  const now = call.resources.member?.roles ?? {}
  const roles = { ...now, ...(isRecord(call.input?.roles) ? call.input.roles : {}) }
  const given = Object.entries(roles).flatMap(([category, key]) => {
    const role = roleAt(world, key, inEntry(policy, category))
    return ticked(value).flatMap((grant) => role?.grants?.[grant] ?? [])
  })
  return [handOut('project', given, call.resources)]
}

/** An owner’s entry is not capped, so it hands out every permission. */
export const ownersEntry: Giver = ({ policy, call }, value) =>
  value === true ? [handOut('project', Object.keys(policy.permissions), call.resources)] : []
