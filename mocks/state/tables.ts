import type {
  ArtifactRecord,
  InvitationRecord,
  MemberRecord,
  ProjectRecord,
  RoleRecord,
  TeamRecord,
  TokenRecord,
  UserRecord,
} from '../policy/language/records.ts'
import type { Records, NamedType } from '../policy/language/resource-types.ts'
import type { Journal } from './journal.ts'
import type { Listing } from './listing.ts'
import type { Sequenced } from './ordered-nodes.ts'
import { sessionToken } from './secrets.ts'
import { Table } from './table.ts'

/** A key of a service account. Only its digest is stored. */
export interface KeyRecord {
  readonly id: string
  readonly sequence: number
  /** A user's id. */
  readonly user: string
  readonly digest: string
}

/** A removed user: they can still sign in, but are not members. */
export type FormerRecord = UserRecord

const artifactProjects = ({ project, attachedTo = [] }: ArtifactRecord): readonly string[] =>
  project === null ? attachedTo : [project, ...attachedTo]

const none: readonly string[] = []

const externalIds = ({ externalId }: { readonly externalId?: string }): readonly string[] =>
  externalId === undefined ? none : [externalId]

const heldRoles = ({ role, teams }: UserRecord): readonly string[] =>
  role === undefined ? Object.values(teams) : [role, ...Object.values(teams)]

/** Makes the tables of a platform, with their indexes. */
export const makeTables = (journal: Journal, seed: string) => {
  const email = (user: UserRecord) => user.email
  const session = (address: string) => sessionToken(seed, address)
  return {
    roles: Table.of<RoleRecord, 'key'>(journal, {
      name: 'roles',
      indexes: { key: ({ key }) => [key] },
    }),
    teams: Table.of<TeamRecord, 'externalId'>(journal, {
      name: 'teams',
      key: ({ key }) => key,
      indexes: { externalId: externalIds },
    }),
    users: Table.of<UserRecord, 'team' | 'role' | 'status' | 'type' | 'externalId'>(journal, {
      name: 'users',
      key: email,
      secret: session,
      indexes: {
        team: ({ teams }) => Object.keys(teams),
        role: heldRoles,
        status: ({ status }) => [status],
        type: ({ type }) => [type],
        externalId: externalIds,
      },
    }),
    former: Table.of<FormerRecord, 'externalId'>(journal, {
      name: 'former',
      key: email,
      secret: session,
      indexes: { externalId: externalIds },
    }),
    keys: Table.of<KeyRecord, 'user'>(journal, {
      name: 'keys',
      key: ({ digest }) => digest,
      indexes: { user: ({ user }) => [user] },
    }),
    invitations: Table.of<InvitationRecord, 'email' | 'status'>(journal, {
      name: 'invitations',
      indexes: { email: (invitation) => [invitation.email], status: ({ status }) => [status] },
    }),
    tokens: Table.of<TokenRecord, 'creator'>(journal, {
      name: 'tokens',
      // A key without a value holds a space, so no Authorization header can name it.
      key: ({ id, value = `left out: ${id}` }) => value,
      indexes: { creator: ({ creator }) => [creator] },
    }),
    projects: Table.of<ProjectRecord, 'team' | 'externalId'>(journal, {
      name: 'projects',
      key: ({ key }) => key,
      indexes: {
        team: ({ team }) => (team === undefined ? [] : [team]),
        externalId: externalIds,
      },
    }),
    members: Table.of<MemberRecord, 'project' | 'subject'>(journal, {
      name: 'members',
      key: ({ project, subject }) => `${project}/${subject.id}`,
      indexes: { project: ({ project }) => [project], subject: ({ subject }) => [subject.id] },
    }),
    artifacts: Table.of<ArtifactRecord, 'project' | 'externalId'>(journal, {
      name: 'artifacts',
      indexes: { project: artifactProjects, externalId: externalIds },
    }),
  }
}

/** @see {@link makeTables} */
export type Tables = ReturnType<typeof makeTables>

/** The same tables for another store. Neither sees later changes of the other. */
export const forkTables = (tables: Tables, journal: Journal): Tables => ({
  roles: tables.roles.fork(journal),
  teams: tables.teams.fork(journal),
  users: tables.users.fork(journal),
  former: tables.former.fork(journal),
  keys: tables.keys.fork(journal),
  invitations: tables.invitations.fork(journal),
  tokens: tables.tokens.fork(journal),
  projects: tables.projects.fork(journal),
  members: tables.members.fork(journal),
  artifacts: tables.artifacts.fork(journal),
})

/** The parts of a table that are the same for every type. */
export interface RecordTable<T extends Sequenced> extends Iterable<T> {
  readonly all: Listing<T>
  get(id: string): T | undefined
  delete(id: string): void
}

/** The table of each type of resource. */
export type TablesByType = { readonly [Type in NamedType]: RecordTable<Records[Type]> }

export const tablesByType = (tables: Tables): TablesByType => ({
  project: tables.projects,
  artifact: tables.artifacts,
  member: tables.members,
  team: tables.teams,
  user: tables.users,
  role: tables.roles,
  invitation: tables.invitations,
  token: tables.tokens,
})
