import { rolesOfEntry } from '../paths/entry-permits.ts'
import { permissionsInto } from '../paths/paths.ts'
import type { Policy, ProjectSource } from '../language/policy.ts'
import type { MemberRecord, ProjectRecord, RoleRecord, UserRecord } from '../language/records.ts'
import { organizationRoleOf } from '../world/permits.ts'
import type { World } from '../world/world.ts'

/** One user in the worlds before and after a remedy. */
export interface Progress {
  readonly policy: Policy
  readonly before: World
  readonly after: World
  /** Undefined for a user who becomes an active member: they held nothing before. */
  readonly was: UserRecord | undefined
  readonly is: UserRecord
}

/** The permissions that a user gains on a project, and the roles that give them. */
export interface ProjectGain {
  readonly project: ProjectRecord
  readonly permissions: readonly string[]
  readonly roles: readonly RoleRecord[]
}

const none: readonly MemberRecord[] = []

/** The accepted entries for the user, for their address and for their teams that are known, by project. */
const entriesByProject = (
  world: World,
  user: UserRecord | undefined,
  isKnown: (entry: MemberRecord) => boolean,
): ReadonlyMap<string, readonly MemberRecord[]> => {
  if (!user) return new Map()
  const teams = Object.keys(user.teams).flatMap((key) => world.team(key)?.id ?? [])
  const entries = [user.id, user.email, ...teams].flatMap((id) => [...world.entriesOf(id)])
  return Map.groupBy(
    entries.filter((entry) => entry.status === 'accepted' && isKnown(entry)),
    ({ project }) => project,
  )
}

/** The projects that the user owns or created, if the policy gives anything for that. */
const ownProjects = (
  world: World,
  from: readonly ProjectSource[],
  { id }: UserRecord,
): readonly string[] =>
  from.some(({ through }) => through === 'ownership' || through === 'creation')
    ? [...world.projects()].flatMap(({ key, owner, creator }) =>
        owner === id || creator === id ? [key] : [],
      )
    : []

/**
 * What the user gains on projects by entries, and by owning or having created them. Other sources give
 * what the user's other roles give, which counts where these are held, or what everybody has. Entries
 * that are not known count for nothing, before and after.
 */
export const gainsOnProjects = (
  progress: Progress,
  isKnown: (entry: MemberRecord) => boolean,
): readonly ProjectGain[] => {
  const { policy, before, after, was, is } = progress
  const { from } = policy.sources.project
  const giving = from.filter(
    ({ through }) =>
      through === 'entry' || (!was && (through === 'ownership' || through === 'creation')),
  )
  if (giving.length === 0) return []
  const then = entriesByProject(before, was, isKnown)
  const now = entriesByProject(after, is, isKnown)
  const own = was ? [] : ownProjects(after, from, is)
  const byOrganization = from.some(({ through }) => through === 'organization_role')
  return [...new Set([...now.keys(), ...own])].flatMap((key) => {
    const project = after.project(key)
    const entries = now.get(key) ?? none
    const former = then.get(key) ?? none
    const isSame = was !== undefined && entries.every((entry) => former.includes(entry))
    if (!project || isSame) return []
    const held = was
      ? permissionsInto({ policy, world: before, person: was, project }, from, former)
      : new Set<string>()
    const gained = permissionsInto({ policy, world: after, person: is, project }, giving, entries)
    const permissions = [...gained.difference(held)]
    if (permissions.length === 0) return []
    const role = was && byOrganization ? organizationRoleOf(before, was) : undefined
    const all = [...new Set([...former, ...entries])]
    const roles = all.flatMap((entry) => rolesOfEntry({ policy, world: after }, entry))
    return [{ project, permissions, roles: role ? [...roles, role] : roles }]
  })
}
