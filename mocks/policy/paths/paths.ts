import { throughEntries } from './entries.ts'
import { organizationPermitsOf, type Permits } from '../world/permits.ts'
import type { ProjectSource } from '../language/policy.ts'
import { reachesProjects } from '../language/project-permissions.ts'
import { fixedRolePlaces } from '../world/roles.ts'
import { counts } from './source-conditions.ts'
import { throughTeam } from './team-entry.ts'
import { wantsOfOrganizationRole } from '../slots/want.ts'
import { fixed, nothingPermitted, permitsOfAny, type Setting, type Way } from './path.ts'
import type { MemberRecord, RoleRecord } from '../language/records.ts'

/** Ways of the person into a project that are judged together: one must be open, and all that are give. */
export type Path = readonly Way[]

/** What the roles give that a source names for good. */
export const permitsOfFixedRoles = (
  { policy, world }: Pick<Setting, 'policy' | 'world'>,
  keys: readonly string[],
): Permits =>
  permitsOfAny(
    keys.flatMap((key) =>
      fixedRolePlaces(policy, key).flatMap((place) => world.role(key, place) ?? []),
    ),
  )

const throughOrganizationRole = ({ policy, world, person }: Setting): Way => {
  const permits = organizationPermitsOf(world, person) ?? nothingPermitted
  const { always, before = new Map<string, number>() } = permits
  // A role that says nothing of projects opens none.
  const opens = (role: RoleRecord): boolean => reachesProjects(policy, role.permissions)
  return {
    open: reachesProjects(policy, [...always, ...before.keys()]),
    owner: false,
    permits,
    couldGive: (permission) => wantsOfOrganizationRole(world, person, permission),
    couldOpen: () => [[{ slot: { kind: 'organization_role', user: person }, fits: opens }]],
  }
}

const waysThrough = (
  setting: Setting,
  source: ProjectSource,
  entries: readonly MemberRecord[],
): readonly Way[] => {
  const { world, person, project } = setting
  if (!counts(world, project, source)) return []
  switch (source.through) {
    case 'team_entry':
      return entries.flatMap((entry) => throughTeam(setting, entry, source.capped) ?? [])
    case 'entry':
      return throughEntries(setting, entries)
    case 'organization_role':
      return [throughOrganizationRole(setting)]
    case 'ownership':
      return [fixed(project.owner === person.id, permitsOfFixedRoles(setting, source.roles))]
    case 'creation':
      return [fixed(project.creator === person.id, permitsOfFixedRoles(setting, source.roles))]
    case 'everyone':
      return [fixed(true, permitsOfFixedRoles(setting, source.roles))]
  }
}

/** Every path into the project that there is or could be for the person. */
export const pathsInto = (setting: Setting): readonly Path[] => {
  const { policy, world, project } = setting
  const entries = [...world.membersOf(project.key)]
  const { from, combine } = policy.sources.project
  const ways = from.flatMap((source) => waysThrough(setting, source, entries))
  return combine === 'each' ? ways.map((way) => [way]) : [ways]
}

export const isOpen = (path: Path): boolean => path.some(({ open }) => open)

/** Every permission that the person has on the project, through any path. */
export const permissionsInto = (setting: Setting): ReadonlySet<string> =>
  new Set(
    pathsInto(setting)
      .flat()
      .flatMap(({ open, permits }) => (open ? [...permits.always] : [])),
  )
