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

/** A shape for each key of a record; a new key is either compared or left out by name. */
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
 * The fields of everything that conditions and texts can speak of, by what it is to the call. What is
 * not here is read nowhere: a token's value is not.
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

/** A fact that is worked out: what it is, what else must be bound, and whether it counts what nobody has named. */
export interface DerivedFact {
  readonly shape: Shape
  readonly beside?: Root
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

/** Facts about resources that are worked out from the whole state, by the resource. */
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

/** The first part of a field: what it is a field of. */
export type Root = keyof typeof recorded | 'input' | 'value'

type NameOf<Table> = {
  [R in keyof Table & string]: `${R}.${keyof Table[R] & string}`
}[keyof Table & string]

/** A fact that is worked out, such as `user.inTeam`. */
export type DerivedField = NameOf<typeof derived>

/** An entry of a map, such as `user.teams.support`. */
type EntryField =
  | `${'user' | 'actor'}.${'teams' | 'grants'}.${string}`
  | `member.${'roles' | 'grants'}.${string}`
  | `next.${'roles' | 'teams'}.${string}`
  | `artifact.data.${string}`

/** What the call states: a key of its body or query, or what it states for the key that the change is about. */
type StatedField = `input.${string}` | 'value' | `value.${string}`

/**
 * A fact that a condition compares, or that a text is filled with: a dotted path from what is bound
 * in that place. `checkPolicy` names each field that is not.
 *
 * - `actor.role`, `actor.teams.support`: of whoever calls.
 * - `user.status`, `team.inUse`, `project.private`, `member.roles.flow`: of what the call names. A
 *   `destination` is the project that something goes to.
 * - `input.role`, `input.subject.type`: what the body or the query states.
 * - `value`: what the call states for the key, or for the entry of a map, that the change is about.
 * - `next.role`, `next.roles.<category>`, `next.teams.<team>`: role keys as the call leaves them.
 * - `organization.plan.name`, `settings.defaultRole`: of the platform.
 *
 * What the call states names resources by key, and people by e-mail address, however it did so itself.
 */
export type Field = NameOf<typeof recorded> | DerivedField | EntryField | StatedField
