import type { Decision } from '../../../src/index.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import type { Policy } from '../language/policy.ts'
import type {
  MemberRecord,
  OrganizationRecord,
  ProjectRecord,
  RoleRecord,
  TeamRecord,
  UserRecord,
} from '../language/records.ts'
import type { Reader } from '../world/reader.ts'
import type { RolePlace, World } from '../world/world.ts'

/**
 * What a remedy can change: a role, a grant, a right, a feature or a membership, which somebody has or
 * lacks. Each kind is one class, so that a new kind touches one file.
 */
export interface Assignment {
  /** Identifies the assignment, whatever it holds. */
  readonly key: string
  /** Undefined for an assignment to the organization itself. */
  readonly user: UserRecord | undefined
  /** Undefined for an assignment outside teams. */
  readonly team: TeamRecord | undefined
  /** Left out by an assignment outside projects. */
  readonly project?: ProjectRecord
  /** Undefined for an assignment that holds no role. */
  readonly rolePlace: RolePlace | undefined
  /** Orders the changes of a remedy. */
  readonly stage: AssignmentStage
  /** Shared by assignments that one call changes together; undefined for a change with a call of its own. */
  readonly callGroup: string | undefined
  /** The role that it holds now. */
  role(world: World): RoleRecord | undefined
  /** Whether it holds a role that fits; for an assignment without a role, whether it is made. */
  isHeld(world: World, fits?: (role: RoleRecord) => boolean): boolean
  /** Makes the assignment in the draft, with the role if it holds one. */
  applyTo(draft: Draft, role: string | undefined): void
  /** The calls that make the changes, which are all those of its call group. */
  calls(world: World, changes: readonly AssignmentChange[]): readonly RemedyCall[]
  /** Whether a change may reveal projects to its user. `byPermission`: whether the policy shows projects by permission. */
  mayShowProjects(byPermission: boolean): boolean
  /** The requirement as data, for a decision. */
  requirement(world: World, lacking: Lacking): Missing['requirement']
  /** What the user has instead, as data. */
  have(world: World, lacking: Lacking): Missing['have']
  /** The requirement in a sentence. */
  requiredText(telling: Telling, lacking: Lacking): string
  /** What the user has instead, in a sentence. */
  haveText(telling: Telling, lacking: Lacking): string
}

/** A change of an assignment by a remedy. */
export interface AssignmentChange {
  assignment: Assignment
  /** The role's key, for an assignment that holds one. */
  role?: string
  /** Further changes that the policy's effects bring about. */
  brings?: readonly AssignmentChange[]
}

/** The order of a remedy's changes. Memberships and the plan come first, since the others may depend on them. */
export const stages = [
  'membership',
  'acceptance',
  'plan',
  'organization_role',
  'team_role',
  'grant',
  'entry',
] as const

export type AssignmentStage = (typeof stages)[number]

/** A call that makes changes, with arguments as `client.call(operation, ...args)` takes them. */
export interface RemedyCall {
  operation: OperationId
  args: unknown[]
  /** The changes that it makes. */
  changes: readonly AssignmentChange[]
  /** The caller, for a call that only a certain person can make, who may be no user yet. */
  caller?: UserRecord
}

/** Collects changed records. Each method takes a record and the function that changes it. */
export interface Draft {
  user(user: UserRecord, change: (now: UserRecord) => UserRecord): void
  entry(entry: MemberRecord, change: (now: MemberRecord) => MemberRecord): void
  /** The user's own entry on the project; created if there is none. */
  ownEntry(
    user: UserRecord,
    project: ProjectRecord,
    change: (now: MemberRecord) => MemberRecord,
  ): void
  organization(change: (now: OrganizationRecord) => OrganizationRecord): void
}

/** What a decision reports as missing in one assignment. */
export type Missing = Decision['alternatives'][number]['missing'][number]

/** What one assignment must hold and does not. */
export interface Lacking {
  /** Without duplicates; empty if membership is enough. */
  readonly permissions: readonly string[]
  /** A role's key, if a certain role is required. */
  readonly role: string | undefined
  /** Whether the permissions are required because the call hands them out. */
  readonly isHandedOut: boolean
  /** Whether any team will do. */
  readonly isInAnyTeam: boolean
}

/** The context of a text. */
export interface Telling {
  readonly policy: Policy
  readonly world: World
  /** Addressed as `you`. What they may not see is called by its key. */
  readonly reader: Reader
  /** Whether a text names the permissions that it is about, as one of several requirements. */
  readonly isOneOfSeveral?: boolean
}
