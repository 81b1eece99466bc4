import { inOrganization, inTeam } from './role-place.ts'
import type { ArtifactRecord, RoleRecord, UserRecord, World } from './world.ts'

/** A role as somebody holds it, with the boxes that are ticked for them there. */
export interface Holding {
  role: RoleRecord
  grants: Readonly<Record<string, true>>
  /** The sequence number at which each unticked grant was last unticked. */
  revoked?: Readonly<Record<string, number>>
}

const sets = new WeakMap<RoleRecord, ReadonlySet<string>>()

/** The permissions that a role has by itself, as a set, made once per version of the role. */
export const permissionsOf = (role: RoleRecord): ReadonlySet<string> => {
  const known = sets.get(role)
  if (known) return known
  const made = new Set(role.permissions)
  sets.set(role, made)
  return made
}

/** Grants that would add the permission to the role, once ticked. */
export const grantsGiving = (role: RoleRecord, permission: string): readonly string[] =>
  Object.entries(role.grants ?? {}).flatMap(([grant, permissions]) =>
    permissions.includes(permission) ? [grant] : [],
  )

const keepsFor = (
  { role, revoked = {} }: Holding,
  permission: string,
  artifact: ArtifactRecord,
): boolean =>
  Object.entries(role.afterRevocation ?? {}).some(([grant, permissions]) => {
    const since = Object.hasOwn(revoked, grant) ? revoked[grant] : undefined
    return since !== undefined && artifact.sequence < since && permissions.includes(permission)
  })

/** Whether a role, held with those grants, gives the permission; on the artifact, where one is asked about. */
export const gives = (
  holding: Holding,
  permission: string,
  artifact: ArtifactRecord | undefined,
): boolean =>
  permissionsOf(holding.role).has(permission) ||
  grantsGiving(holding.role, permission).some((grant) => Object.hasOwn(holding.grants, grant)) ||
  (artifact !== undefined && keepsFor(holding, permission, artifact))

const none: Holding['grants'] = {}

/** The role that the person holds in the team, by its key. */
export const roleIn = (world: World, person: UserRecord, team: string): RoleRecord | undefined => {
  const key = Object.hasOwn(person.teams, team) ? person.teams[team] : undefined
  return key === undefined ? undefined : world.role(key, inTeam)
}

export const holdingInTeam = (
  world: World,
  person: UserRecord,
  team: string,
): Holding | undefined => {
  const role = roleIn(world, person, team)
  return role && { role, grants: none }
}

export const holdingInOrganization = (world: World, person: UserRecord): Holding | undefined => {
  const role = person.role === undefined ? undefined : world.role(person.role, inOrganization)
  const { grants, revoked } = person
  return role && { role, grants, ...(revoked && { revoked }) }
}

export const holdsIn = (
  world: World,
  person: UserRecord,
  team: string,
  permission: string,
): boolean => {
  const holding = holdingInTeam(world, person, team)
  return holding !== undefined && gives(holding, permission, undefined)
}
