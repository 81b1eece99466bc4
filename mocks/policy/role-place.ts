import type { Policy } from './policy.ts'
import type { RolePlace, RoleRecord } from './world.ts'

export type { RolePlace } from './world.ts'

export const inOrganization: RolePlace = { scope: 'organization' }

export const inTeam: RolePlace = { scope: 'team' }

/** Where the roles of a project's entries are held. Where projects have no roles, an entry carries a team's. */
export const inEntry = ({ roles }: Pick<Policy, 'roles'>, category: string): RolePlace =>
  roles.some(({ scope }) => scope === 'project') ? { scope: 'project', category } : inTeam

export const isHeldIn = (
  { scope, category = 'project' }: Pick<RoleRecord, 'scope' | 'category'>,
  place: RolePlace,
): boolean => scope === place.scope && (place.scope !== 'project' || category === place.category)
