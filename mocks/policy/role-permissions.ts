import type { RoleRecord, UserRecord, World } from './world.ts'

const sets = new WeakMap<RoleRecord, ReadonlySet<string>>()

/** A role's permissions as a set, made once per version of the role. */
export const permissionsOf = (role: RoleRecord): ReadonlySet<string> => {
  const known = sets.get(role)
  if (known) return known
  const made = new Set(role.permissions)
  sets.set(role, made)
  return made
}

/** The role that the person holds in the team, by its key. */
export const roleIn = (world: World, person: UserRecord, team: string): RoleRecord | undefined => {
  const key = Object.hasOwn(person.teams, team) ? person.teams[team] : undefined
  return key === undefined ? undefined : world.role(key)
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
