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
import type { Ordered, Sequenced } from './ordered.ts'
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

const artifactProjects = ({ project, attachedTo = [] }: ArtifactRecord): Iterable<string> =>
  project === null ? attachedTo : [project, ...attachedTo]

const heldRoles = ({ role, teams }: UserRecord): Iterable<string> =>
  role === undefined ? Object.values(teams) : [role, ...Object.values(teams)]

/** Makes the tables of a platform, with their indexes. */
export const makeTables = (journal: Journal, seed: string) => {
  const session = ({ email }: UserRecord) => [sessionToken(seed, email)]
  return {
    roles: new Table<RoleRecord, 'key'>(journal, { indexes: { key: ({ key }) => [key] } }),
    teams: new Table<TeamRecord>(journal, { key: ({ key }) => key, indexes: {} }),
    users: new Table<UserRecord, 'team' | 'role' | 'status' | 'session'>(journal, {
      key: ({ email }) => email,
      indexes: {
        team: ({ teams }) => Object.keys(teams),
        role: heldRoles,
        status: ({ status }) => [status],
        session,
      },
    }),
    former: new Table<FormerRecord, 'session'>(journal, {
      key: ({ email }) => email,
      indexes: { session },
    }),
    keys: new Table<KeyRecord, 'user'>(journal, {
      key: ({ digest }) => digest,
      indexes: { user: ({ user }) => [user] },
    }),
    invitations: new Table<InvitationRecord, 'email' | 'status'>(journal, {
      indexes: { email: ({ email }) => [email], status: ({ status }) => [status] },
    }),
    tokens: new Table<TokenRecord, 'creator'>(journal, {
      key: ({ value }) => value,
      indexes: { creator: ({ creator }) => [creator] },
    }),
    projects: new Table<ProjectRecord, 'team'>(journal, {
      key: ({ key }) => key,
      indexes: { team: ({ team }) => (team === undefined ? [] : [team]) },
    }),
    members: new Table<MemberRecord, 'project' | 'subject'>(journal, {
      key: ({ project, subject }) => `${project}/${subject.id}`,
      indexes: { project: ({ project }) => [project], subject: ({ subject }) => [subject.id] },
    }),
    artifacts: new Table<ArtifactRecord, 'project'>(journal, {
      indexes: { project: artifactProjects },
    }),
  }
}

/** @see {@link makeTables} */
export type Tables = ReturnType<typeof makeTables>

/** The parts of a table that are the same for every type. */
export interface RecordTable<T extends Sequenced> extends Iterable<T> {
  readonly all: Ordered<T>
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
