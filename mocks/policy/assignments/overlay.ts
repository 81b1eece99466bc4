import type { AssignmentChange, Draft } from './assignment.ts'
import { emptyEntry, ownEntry } from './own-entry.ts'
import type { MemberRecord, OrganizationRecord, UserRecord } from '../language/records.ts'
import type { Records, NamedType } from '../language/resource-types.ts'
import { byName, type ByType } from '../world/by-name.ts'
import type { World } from '../world/world.ts'

/** Changed records by type and id. */
type ChangedRecords = {
  readonly [Type in NamedType]?: ReadonlyMap<string, Records[Type]>
}

/** The records after the changes, where they differ from the world's. */
class Changed implements Draft {
  readonly users = new Map<string, UserRecord>()
  readonly entries = new Map<string, MemberRecord>()
  readonly byType: ChangedRecords = { user: this.users, member: this.entries }
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
      // Makes users of people who were none: only users can be given anything.
      if (one.assignment.user) changed.user(one.assignment.user, unchanged)
      one.assignment.applyTo(changed, one.role)
    }
  }
  return changed
}

function* seenAs<T extends { readonly id: string }>(
  records: Iterable<T>,
  changed: ReadonlyMap<string, T> | undefined,
  test: (record: T) => boolean,
): Iterable<T> {
  const met = new Set<string>()
  for (const record of records) {
    met.add(record.id)
    const seen = changed?.get(record.id) ?? record
    if (test(seen)) yield seen
  }
  for (const record of changed?.values() ?? [])
    if (!met.has(record.id) && test(record)) yield record
}

const all = (): boolean => true

/** A view of the world with the changes made. The world itself stays as it is. */
export const overlay = (world: World, changes: readonly AssignmentChange[]): World => {
  const changed = changedBy(world, changes)
  const { users, entries } = changed
  // Accepting an invitation makes a user of a person who was none.
  const idOf = (type: NamedType, reference: string): string | undefined =>
    (world.find(type, reference) ?? (type === 'user' ? world.former(reference) : undefined))?.id
  const byType: ByType = {
    find: (type, reference) => {
      const records: ChangedRecords[typeof type] = changed.byType[type]
      return records?.get(idOf(type, reference) ?? reference) ?? world.find(type, reference)
    },
    all: (type) => seenAs(world.all(type), changed.byType[type], all),
  }
  return {
    ...world,
    state: {},
    organization: changed.theOrganization,
    ...byType,
    ...byName(byType),
    role: (reference, place) => world.role(reference, place),
    usersIn: (team) =>
      seenAs(world.usersIn(team), users, (user) => Object.hasOwn(user.teams, team)),
    usersWith: (role) =>
      seenAs(
        world.usersWith(role),
        users,
        (user) => user.role === role || Object.values(user.teams).includes(role),
      ),
    membersOf: (project) =>
      seenAs(world.membersOf(project), entries, (entry) => entry.project === project),
    entriesOf: (subject) =>
      seenAs(world.entriesOf(subject), entries, (entry) => entry.subject.id === subject),
  }
}
