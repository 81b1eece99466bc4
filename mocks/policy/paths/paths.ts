import { throughEntries } from './entries.ts'
import { organizationPermitsOf, type Permits } from '../world/permits.ts'
import type { ProjectSource } from '../language/policy.ts'
import { reachesProjects } from '../language/project-permissions.ts'
import { fixedRolePlaces } from '../world/roles.ts'
import { counts } from './source-conditions.ts'
import { throughTeam } from './team-entry.ts'
import { givenByOrganizationRole } from '../assignments/giving.ts'
import { OrganizationRole } from '../assignments/organization.ts'
import { judgedIn } from '../assignments/prerequisite.ts'
import { fixedPath, nothingPermitted, type Path, permitsOfAny, type Setting } from './path.ts'
import type { MemberRecord, RoleRecord } from '../language/records.ts'

/** Paths that are judged together: one must be open, and the permissions of all open ones add up. */
export type PathGroup = readonly Path[]

/** The permissions of a source's fixed roles. */
export const permitsOfFixedRoles = (
  { policy, world }: Pick<Setting, 'policy' | 'world'>,
  keys: readonly string[],
): Permits =>
  permitsOfAny(
    keys.flatMap((key) =>
      fixedRolePlaces(policy, key).flatMap((place) => world.role(key, place) ?? []),
    ),
  )

const throughOrganizationRole = ({ policy, world, person }: Setting): Path => {
  const permits = organizationPermitsOf(world, person) ?? nothingPermitted
  const { always, before = new Map<string, number>() } = permits
  // A role without a permission that counts on projects opens none.
  const opens = (role: RoleRecord): boolean => reachesProjects(policy, role.permissions)
  return {
    open: reachesProjects(policy, [...always, ...before.keys()]),
    owner: false,
    permits,
    couldGive: (permission) => givenByOrganizationRole(world, person, permission),
    couldOpen: () => [
      [judgedIn(world, { assignment: new OrganizationRole({ user: person }), fits: opens })],
    ],
  }
}

const pathsThrough = (
  setting: Setting,
  source: ProjectSource,
  entries: readonly MemberRecord[],
): readonly Path[] => {
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
      return [fixedPath(project.owner === person.id, permitsOfFixedRoles(setting, source.roles))]
    case 'creation':
      return [fixedPath(project.creator === person.id, permitsOfFixedRoles(setting, source.roles))]
    case 'everyone':
      return [fixedPath(true, permitsOfFixedRoles(setting, source.roles))]
  }
}

/** The person's open and possible paths into the project: each as a group of its own, or all as one group. */
export const pathGroupsInto = (setting: Setting): readonly PathGroup[] => {
  const { policy, world, project } = setting
  const entries = [...world.membersOf(project.key)]
  const { from, combine } = policy.sources.project
  const paths = from.flatMap((source) => pathsThrough(setting, source, entries))
  return combine === 'each' ? paths.map((path) => [path]) : [paths]
}

export const isOpen = (group: PathGroup): boolean => group.some(({ open }) => open)

/** The person's permissions on the project, through all open paths or those of some sources. */
export const permissionsInto = (
  setting: Setting,
  from: readonly ProjectSource[] = setting.policy.sources.project.from,
  entries: readonly MemberRecord[] = [...setting.world.membersOf(setting.project.key)],
): ReadonlySet<string> =>
  new Set(
    from
      .flatMap((source) => pathsThrough(setting, source, entries))
      .flatMap(({ open, permits }) => (open ? [...permits.always] : [])),
  )
