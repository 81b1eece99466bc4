import { inOrganization, inTeam } from './roles.ts'
import type { World } from './world.ts'
import type { ArtifactRecord, RoleRecord, UserRecord } from '../language/records.ts'

/** The permissions that a person has in one place. */
export interface Permits {
  readonly always: ReadonlySet<string>
  /** Permissions that are kept for older artifacts: those whose sequence number is below this, by permission. */
  readonly before?: ReadonlyMap<string, number>
}

const sets = new WeakMap<RoleRecord, ReadonlySet<string>>()

/** The role's own permissions, without grants, as a set that is made once per version of the role. */
export const permissionsOf = (role: RoleRecord): ReadonlySet<string> => {
  const known = sets.get(role)
  if (known) return known
  const made = new Set(role.permissions)
  sets.set(role, made)
  return made
}

/** Grants that add the permission to the role when ticked. */
export const grantsGiving = (role: RoleRecord, permission: string): readonly string[] =>
  Object.entries(role.grants ?? {}).flatMap(([grant, permissions]) =>
    permissions.includes(permission) ? [grant] : [],
  )

/** Permissions that are kept after grants were unticked: by permission, the sequence number at which that was. */
const keptAfterRevocation = (
  { afterRevocation = {} }: RoleRecord,
  revoked: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> => {
  const kept = new Map<string, number>()
  for (const [grant, since] of Object.entries(revoked)) {
    const permissions = Object.hasOwn(afterRevocation, grant) ? afterRevocation[grant] : undefined
    for (const permission of permissions ?? []) {
      kept.set(permission, Math.max(since, kept.get(permission) ?? 0))
    }
  }
  return kept
}

/**
 * The permissions that a role gives its holder.
 *
 * @param grants - The grants that are ticked for the holder there.
 * @param revoked - The sequence number at which each unticked grant was last unticked.
 */
export const permitsOf = (
  role: RoleRecord,
  grants: Readonly<Record<string, true>>,
  revoked?: Readonly<Record<string, number>>,
): Permits => {
  const ticked = Object.entries(role.grants ?? {}).filter(([grant]) => Object.hasOwn(grants, grant))
  const own = permissionsOf(role)
  const always =
    ticked.length === 0 ? own : new Set([...own, ...ticked.flatMap(([, added]) => added)])
  return revoked ? { always, before: keptAfterRevocation(role, revoked) } : { always }
}

/** Whether the permits contain the permission. Those kept for older artifacts count if the artifact is one. */
export const permit = (
  { always, before }: Permits,
  permission: string,
  artifact: ArtifactRecord | undefined,
): boolean =>
  always.has(permission) ||
  (artifact !== undefined &&
    before !== undefined &&
    artifact.sequence < (before.get(permission) ?? 0))

/** The person's role in the team with this key. */
export const roleIn = (world: World, person: UserRecord, team: string): RoleRecord | undefined => {
  const key = Object.hasOwn(person.teams, team) ? person.teams[team] : undefined
  return key === undefined ? undefined : world.role(key, inTeam)
}

/** The person's role in the organization. */
export const organizationRoleOf = (world: World, { role }: UserRecord): RoleRecord | undefined =>
  role === undefined ? undefined : world.role(role, inOrganization)

export const organizationPermitsOf = (world: World, person: UserRecord): Permits | undefined => {
  const role = organizationRoleOf(world, person)
  return role && permitsOf(role, person.grants, person.revoked)
}

export const holdsIn = (
  world: World,
  person: UserRecord,
  team: string,
  permission: string,
): boolean => {
  const role = roleIn(world, person, team)
  return role !== undefined && permissionsOf(role).has(permission)
}
