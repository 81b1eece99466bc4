import type { AssignmentChange, Draft } from './assignment.ts'
import { emptyEntry, ownEntry } from './own-entry.ts'
import type { MemberRecord, OrganizationRecord, UserRecord } from '../language/records.ts'
import type { World } from '../world/world.ts'

/** The records that changes leave other than they are, by their ids. */
class Changed implements Draft {
  readonly users = new Map<string, UserRecord>()
  readonly entries = new Map<string, MemberRecord>()
  #organization: OrganizationRecord | undefined
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  get theOrganization(): OrganizationRecord {
    return this.#organization ?? this.#world.organization
  }

  user(user: UserRecord, change: (now: UserRecord) => UserRecord): void {
    const { id } = user
    const now = this.users.get(id) ?? this.#world.user(id) ?? this.#world.former(id) ?? user
    this.users.set(id, change(now))
  }

  entry(entry: MemberRecord, change: (now: MemberRecord) => MemberRecord): void {
    this.entries.set(entry.id, change(this.entries.get(entry.id) ?? entry))
  }

  ownEntry(...[user, project, change]: Parameters<Draft['ownEntry']>): void {
    this.entry(ownEntry(this.#world, user, project) ?? emptyEntry(user, project), change)
  }

  organization(change: (now: OrganizationRecord) => OrganizationRecord): void {
    this.#organization = change(this.theOrganization)
  }
}

const unchanged = (user: UserRecord): UserRecord => user

const changedBy = (world: World, changes: readonly AssignmentChange[]): Changed => {
  const changed = new Changed(world)
  for (const { assignment, role, brings = [] } of changes) {
    for (const one of [{ assignment, role }, ...brings]) {
      // Whoever is given something is a user, also somebody who was none.
      if (one.assignment.user) changed.user(one.assignment.user, unchanged)
      one.assignment.applyTo(changed, one.role)
    }
  }
  return changed
}

function* seenAs<T extends { readonly id: string }>(
  records: Iterable<T>,
  changed: ReadonlyMap<string, T>,
  test: (record: T) => boolean,
): Iterable<T> {
  const met = new Set<string>()
  for (const record of records) {
    met.add(record.id)
    const seen = changed.get(record.id) ?? record
    if (test(seen)) yield seen
  }
  for (const record of changed.values()) if (!met.has(record.id) && test(record)) yield record
}

/** The world as it would be with the changes; the world itself is not touched. */
export const overlay = (world: World, changes: readonly AssignmentChange[]): World => {
  const changed = changedBy(world, changes)
  const { users, entries } = changed
  const everyone = (test: (user: UserRecord) => boolean): Iterable<UserRecord> =>
    seenAs(world.users(), users, test)
  return {
    state: {},
    organization: changed.theOrganization,
    settings: world.settings,
    user(reference) {
      const user = world.user(reference)
      if (user) return users.get(user.id) ?? user
      // Accepting an invitation makes a user of somebody who was none.
      const former = world.former(reference)
      return former && users.get(former.id)
    },
    former: (reference) => world.former(reference),
    role: (reference, place) => world.role(reference, place),
    team: (reference) => world.team(reference),
    project: (reference) => world.project(reference),
    artifact: (id) => world.artifact(id),
    member: (id) => entries.get(id) ?? world.member(id),
    invitation: (id) => world.invitation(id),
    token: (id) => world.token(id),
    users: () => everyone(() => true),
    roles: () => world.roles(),
    teams: () => world.teams(),
    projects: () => world.projects(),
    artifacts: () => world.artifacts(),
    invitations: () => world.invitations(),
    tokens: () => world.tokens(),
    invitationsOf: (email) => world.invitationsOf(email),
    usersIn: (team) => everyone((user) => Object.hasOwn(user.teams, team)),
    usersWith: (role) =>
      everyone((user) => user.role === role || Object.values(user.teams).includes(role)),
    membersOf: (project) =>
      seenAs(world.membersOf(project), entries, (entry) => entry.project === project),
    entriesOf: (subject) =>
      seenAs(world.entriesOf(subject), entries, (entry) => entry.subject.id === subject),
    artifactsIn: (project) => world.artifactsIn(project),
    projectsOf: (team) => world.projectsOf(team),
  }
}
