import type { Shape, Shapes } from './shape.ts'
import type {
  ArtifactRecord,
  InvitationRecord,
  MemberRecord,
  OrganizationRecord,
  ProjectRecord,
  RoleRecord,
  Settings,
  TeamRecord,
  TokenRecord,
  UserRecord,
} from './records.ts'

/** A shape for each key of a record. A new key does not compile until it is listed, or hidden by name. */
type Recorded<T, Hidden extends keyof T = never> = Readonly<
  Record<Exclude<keyof T, 'sequence' | Hidden>, Shape>
>

const birth = { id: 'id', createdAt: 'time' } as const
const scope = ['organization', 'team', 'project'] as const

const person = {
  ...birth,
  email: 'email',
  name: 'text',
  type: ['human', 'service'],
  status: ['pending', 'active'],
  role: 'text',
  teams: 'map',
  grants: 'map',
  paused: 'flag',
} as const satisfies Recorded<UserRecord, 'revoked'>

const project = {
  ...birth,
  key: 'key',
  name: 'text',
  description: 'text',
  tags: 'list',
  team: 'text',
  owner: 'id',
  creator: 'id',
  private: 'flag',
} as const satisfies Recorded<ProjectRecord>

/**
 * Every field that conditions and texts can read, by the resource's part in the call. Fields left out
 * can't be read, such as a token's value.
 */
export const recorded = {
  user: person,
  actor: person,
  team: {
    ...birth,
    key: 'text',
    name: 'text',
    defaultRole: 'text',
    builtIn: 'flag',
  } satisfies Recorded<TeamRecord>,
  role: {
    ...birth,
    key: 'text',
    name: 'text',
    description: 'text',
    scope,
    category: 'text',
    permissions: 'list',
    builtIn: 'flag',
    assignable: 'flag',
  } satisfies Recorded<RoleRecord, 'grants' | 'afterRevocation'>,
  project,
  destination: project,
  member: {
    ...birth,
    project: 'key',
    'subject.type': ['user', 'team', 'email'],
    'subject.id': 'text',
    roles: 'map',
    rights: 'list',
    grants: 'map',
    isOwner: 'flag',
    status: ['accepted', 'pending', 'rejected'],
  } satisfies Recorded<Omit<MemberRecord, 'subject'>> & Shapes,
  artifact: {
    ...birth,
    kind: 'text',
    project: 'key',
    attachedTo: 'list',
    name: 'text',
    creator: 'id',
    data: 'map',
  } satisfies Recorded<ArtifactRecord>,
  invitation: {
    ...birth,
    email: 'email',
    role: 'text',
    message: 'text',
    status: ['pending', 'accepted', 'rejected', 'withdrawn'],
    sentCount: 'number',
    lastSentAt: 'time',
  } satisfies Recorded<InvitationRecord>,
  token: {
    ...birth,
    name: 'text',
    creator: 'id',
    revokedAt: 'time',
  } satisfies Recorded<TokenRecord, 'value'>,
  organization: {
    ...birth,
    name: 'text',
    description: 'text',
    'plan.name': 'text',
    'plan.seats': 'number',
    'plan.features': 'list',
    owner: 'id',
  } satisfies Recorded<Omit<OrganizationRecord, 'plan' | 'deletedAt'>> & Shapes,
  settings: {
    defaultRole: 'text',
    defaultTeam: 'text',
    admins: 'list',
  } satisfies Recorded<Settings>,
  next: { role: 'text', roles: 'map', teams: 'map' },
} as const satisfies Readonly<Record<string, Shapes>>

/** A computed fact. */
export interface DerivedFact {
  readonly shape: Shape
  /** A second resource that must be bound. */
  readonly beside?: Root
  /** Whether it counts resources that the call does not name. */
  readonly counts?: true
}

const ofPerson = {
  inTeam: { shape: 'flag', beside: 'team' },
  roleInTeam: { shape: 'text', beside: 'team' },
  isSeedAdmin: { shape: 'flag' },
  isMemberOfOrganization: { shape: 'flag' },
  ownsProject: { shape: 'flag', beside: 'project' },
  owns: { shape: 'text', counts: true },
  ownsAny: { shape: 'flag', counts: true },
} as const satisfies Readonly<Record<string, DerivedFact>>

/** Facts that are computed from the whole state, by resource. */
export const derived = {
  user: { ...ofPerson, isActor: { shape: 'flag', beside: 'actor' } },
  actor: ofPerson,
  team: {
    uses: { shape: 'text', counts: true },
    inUse: { shape: 'flag', counts: true },
    isDefault: { shape: 'flag' },
    ownsProject: { shape: 'flag', beside: 'project' },
    onProject: { shape: 'flag', beside: 'project' },
  },
  role: { uses: { shape: 'text', counts: true }, inUse: { shape: 'flag', counts: true } },
  next: { roleInTeam: { shape: 'text', beside: 'team' } },
} as const satisfies Partial<Record<Root, Readonly<Record<string, DerivedFact>>>>

/** The first part of a field, such as `user`. */
export type Root = keyof typeof recorded | 'input' | 'value'

type NameOf<Table> = {
  [R in keyof Table & string]: `${R}.${keyof Table[R] & string}`
}[keyof Table & string]

/** The field of a computed fact, such as `user.inTeam`. */
export type DerivedField = NameOf<typeof derived>

/** An entry of a map, such as `user.teams.support`. */
type EntryField =
  | `${'user' | 'actor'}.${'teams' | 'grants'}.${string}`
  | `member.${'roles' | 'grants'}.${string}`
  | `next.${'roles' | 'teams'}.${string}`
  | `artifact.data.${string}`

/** A key of the body or query, or the value stated for the key that the change is about. */
type StatedField = `input.${string}` | 'value' | `value.${string}`

/**
 * A dotted path that a condition compares, or that a text is filled with. Its first part must be bound
 * in that place; `checkPolicy` reports fields that are not.
 *
 * - `actor.role`, `actor.teams.support`: of the caller.
 * - `user.status`, `team.inUse`, `project.private`, `member.roles.flow`: of a resource that the call
 *   names. `destination` is the project that an artifact is moved or attached to.
 * - `input.role`, `input.subject.type`: of the body or the query.
 * - `value`: the value stated for the key, or for the map entry, that the change is about.
 * - `next.role`, `next.roles.<category>`, `next.teams.<team>`: role keys after the call.
 * - `organization.plan.name`, `settings.defaultRole`: of the platform.
 *
 * `input` and `value` name resources by key and people by e-mail address, even if the call used ids.
 */
export type Field = NameOf<typeof recorded> | DerivedField | EntryField | StatedField
