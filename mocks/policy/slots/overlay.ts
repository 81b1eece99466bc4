import type { Slot } from './slot.ts'
import { ownEntry } from './state.ts'
import type { World } from '../world/world.ts'
import type { MemberRecord, OrganizationRecord, UserRecord } from '../language/records.ts'

/** A slot with what a remedy would put into it. */
export interface SlotChange {
  slot: Slot
  /** The role's key, for a slot that holds one. */
  role?: string
  /** What else changes with it, by the effects of the policy. */
  brings?: readonly SlotChange[]
}

const userOf = ({ slot }: SlotChange): UserRecord | undefined =>
  slot.kind === 'feature' ? undefined : slot.user

/** The person as the change would leave them. */
export const withChange = (user: UserRecord, { slot, role }: SlotChange): UserRecord => {
  switch (slot.kind) {
    case 'team_role':
      return role === undefined
        ? user
        : { ...user, teams: { ...user.teams, [slot.team.key]: role } }
    case 'organization_role':
      return role === undefined ? user : { ...user, role }
    case 'status':
      return { ...user, status: 'active', paused: false }
    // Accepting what invites an address makes its person a user.
    case 'entry_status':
      return slot.entry.subject.type === 'email' ? { ...user, status: 'active' } : user
    case 'grant':
      return { ...user, grants: { ...user.grants, [slot.grant]: true } }
    default:
      return user
  }
}

const emptyEntry = (user: UserRecord, project: string): MemberRecord => ({
  id: `mem_of_${user.id}`,
  sequence: Number.MAX_SAFE_INTEGER,
  createdAt: user.createdAt,
  project,
  subject: { type: 'user', id: user.id },
  roles: {},
  rights: [],
  status: 'accepted',
})

const changedEntry = (entry: MemberRecord, { slot, role }: SlotChange): MemberRecord => {
  switch (slot.kind) {
    case 'entry_role':
      return role === undefined
        ? entry
        : { ...entry, roles: { ...entry.roles, [slot.category]: role } }
    case 'entry_right':
      return { ...entry, rights: [...entry.rights, slot.right] }
    case 'entry_grant':
      return { ...entry, grants: { ...entry.grants, [slot.grant]: true } }
    case 'entry_status':
      return { ...entry, status: 'accepted' }
    default:
      return entry
  }
}

const usersAfter = (world: World, changes: readonly SlotChange[]): Map<string, UserRecord> => {
  const users = new Map<string, UserRecord>()
  for (const change of changes) {
    const named = userOf(change)
    if (!named) continue
    const now = world.user(named.id) ?? world.former(named.id) ?? named
    users.set(named.id, withChange(users.get(named.id) ?? now, change))
  }
  return users
}

/** The entry that the slot is part of, or the one that would be made for it. */
const entryOf = (world: World, slot: Slot): MemberRecord | undefined => {
  switch (slot.kind) {
    case 'entry_status':
      return slot.entry
    case 'entry_role':
    case 'entry_right':
    case 'entry_grant':
      return ownEntry(world, slot.user, slot.project) ?? emptyEntry(slot.user, slot.project.key)
    default:
      return undefined
  }
}

const entriesAfter = (world: World, changes: readonly SlotChange[]): Map<string, MemberRecord> => {
  const entries = new Map<string, MemberRecord>()
  for (const change of changes) {
    const { slot } = change
    const now = entryOf(world, slot)
    if (!now) continue
    const entry = [...entries.values()].find(({ id }) => id === now.id) ?? now
    entries.set(entry.id, changedEntry(entry, change))
  }
  return entries
}

const organizationAfter = (
  organization: OrganizationRecord,
  changes: readonly SlotChange[],
): OrganizationRecord => {
  const added = changes.flatMap(({ slot }) => (slot.kind === 'feature' ? [slot.feature] : []))
  if (added.length === 0) return organization
  const { plan } = organization
  return { ...organization, plan: { ...plan, features: [...plan.features, ...added] } }
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
export const overlay = (world: World, made: readonly SlotChange[]): World => {
  const changes = made.flatMap((change) => [change, ...(change.brings ?? [])])
  const users = usersAfter(world, changes)
  const entries = entriesAfter(world, changes)
  const everyone = (test: (user: UserRecord) => boolean): Iterable<UserRecord> =>
    seenAs(world.users(), users, test)
  return {
    state: {},
    organization: organizationAfter(world.organization, changes),
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
