import type { Policy, ProjectSource } from './policy.ts'
import { permissionsOf } from './role-permissions.ts'
import type { MemberRecord, ProjectRecord, TeamRecord, UserRecord, World } from './world.ts'

/**
 * One way into a project. Its permissions depend on the role that the person holds in its team, so
 * that a remedy can ask what another role there would give.
 */
export interface Path {
  project: ProjectRecord
  team: TeamRecord
  /** The owning team's, or a share that says so: nothing caps it. */
  owner: boolean
  /** Whether the path lets the permission through at all. */
  lets(permission: string): boolean
}

const capOf = (world: World, entry: MemberRecord): ReadonlySet<string> =>
  new Set(
    Object.values(entry.roles).flatMap((key) => {
      const role = world.role(key)
      return role ? [...permissionsOf(role)] : []
    }),
  )

const pathThrough = (
  world: World,
  source: ProjectSource,
  project: ProjectRecord,
  entry: MemberRecord,
): Path | undefined => {
  const team = entry.subject.type === 'team' ? world.team(entry.subject.id) : undefined
  if (!team || entry.status !== 'accepted') return undefined
  const owner = entry.isOwner === true
  if (owner || !source.capped) return { project, team, owner, lets: () => true }
  const cap = capOf(world, entry)
  return { project, team, owner, lets: (permission) => cap.has(permission) }
}

/** Every way into the project that there is, whoever may use it. */
export const waysInto = (policy: Policy, world: World, project: ProjectRecord): readonly Path[] => {
  const entries = [...world.membersOf(project.key)]
  return policy.sources.project.from.flatMap((source) =>
    entries.flatMap((entry) => pathThrough(world, source, project, entry) ?? []),
  )
}

/** The ways into the project that are open to the person. */
export const pathsInto = (
  policy: Policy,
  world: World,
  person: UserRecord,
  project: ProjectRecord,
): readonly Path[] =>
  waysInto(policy, world, project).filter((path) => Object.hasOwn(person.teams, path.team.key))
