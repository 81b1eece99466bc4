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
  Unread,
  UserRecord,
} from './records.ts'

/** A shape for each key of a record. A new key does not compile until it is listed, or hidden by name. */
type Recorded<T, Hidden extends keyof T = never> = Readonly<
  Record<Exclude<keyof T, Unread | Hidden>, Shape>
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

/** The first part of a field, such as `user`. */
export type Root = keyof typeof recorded | 'input' | 'value'
