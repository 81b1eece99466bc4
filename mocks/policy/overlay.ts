import type { UserRecord, World } from './world.ts'

/** A membership that a remedy would set. */
export interface MembershipChange {
  user: UserRecord
  /** A team's key. */
  team: string
  /** A role's key. */
  role: string
}

const withMemberships = (user: UserRecord, changes: readonly MembershipChange[]): UserRecord => {
  const own = changes.filter((change) => change.user.id === user.id)
  if (own.length === 0) return user
  const teams = Object.fromEntries(own.map(({ team, role }) => [team, role]))
  return { ...user, teams: { ...user.teams, ...teams } }
}

function* filtered(
  users: Iterable<UserRecord>,
  test: (user: UserRecord) => boolean,
): Iterable<UserRecord> {
  for (const user of users) if (test(user)) yield user
}

/** The world as it would be with the memberships set; the world itself is not touched. */
export const overlay = (world: World, changes: readonly MembershipChange[]): World => {
  const patched = new Map(
    changes.map(({ user }) => [user.id, withMemberships(world.user(user.id) ?? user, changes)]),
  )
  const see = (user: UserRecord): UserRecord => patched.get(user.id) ?? user
  function* users(): Iterable<UserRecord> {
    for (const user of world.users()) yield see(user)
  }
  return {
    organization: world.organization,
    settings: world.settings,
    user(reference) {
      const user = world.user(reference)
      return user && see(user)
    },
    role: (reference) => world.role(reference),
    team: (reference) => world.team(reference),
    project: (reference) => world.project(reference),
    artifact: (id) => world.artifact(id),
    member: (id) => world.member(id),
    users,
    roles: () => world.roles(),
    teams: () => world.teams(),
    projects: () => world.projects(),
    artifacts: () => world.artifacts(),
    usersIn: (team) => filtered(users(), (user) => Object.hasOwn(user.teams, team)),
    usersWith: (role) =>
      filtered(users(), (user) => user.role === role || Object.values(user.teams).includes(role)),
    membersOf: (project) => world.membersOf(project),
    entriesOf: (subject) => world.entriesOf(subject),
    artifactsIn: (project) => world.artifactsIn(project),
    projectsOf: (team) => world.projectsOf(team),
  }
}
