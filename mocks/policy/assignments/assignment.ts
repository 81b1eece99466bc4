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
import type { RolePlace, World } from '../world/world.ts'

/**
 * Something that a remedy may change: a role, a grant, a right, a feature or a membership, assigned to
 * somebody or not. Each kind is a class that says all there is to say of it, so that a new kind is a
 * new class.
 */
export interface Assignment {
  /** The same text for the same assignment, whatever it holds. */
  readonly key: string
  /** Whose it is; undefined for what the organization itself has. */
  readonly user: UserRecord | undefined
  /** The team that it is in; undefined for one that is in none. */
  readonly team: TeamRecord | undefined
  /** Where its role is held; undefined for one that holds no role. */
  readonly rolePlace: RolePlace | undefined
  /** When a change of it is made. */
  readonly stage: Stage
  /** The same text for assignments that one call changes together; undefined for one by itself. */
  readonly callGroup: string | undefined
  /** The role that it holds now. */
  role(world: World): RoleRecord | undefined
  /** Whether it holds now what is needed: a role that fits, or what the assignment is of. */
  isHeld(world: World, fits?: (role: RoleRecord) => boolean): boolean
  /** Puts the role into it, or what it is of, in a world yet to come. */
  applyTo(draft: Draft, role: string | undefined): void
  /** The calls that make the changes: of this assignment, and of those in its call group. */
  calls(world: World, changes: readonly AssignmentChange[]): readonly RemedyCall[]
  /** Whether a change of it may show its user projects that they do not see, where permissions show them or not. */
  mayShowProjects(byPermission: boolean): boolean
  /** What is required of it, as a decision tells it. */
  requirement(world: World, lacking: Lacking): Missing['requirement']
  /** What it holds instead, as a decision tells it. */
  have(world: World, lacking: Lacking): Missing['have']
  /** What is required of it, in words. */
  requiredText(policy: Policy, lacking: Lacking): string
  /** What it holds instead, in words. */
  haveText(telling: Telling, lacking: Lacking): string
}

/** An assignment with what a remedy would put into it. */
export interface AssignmentChange {
  assignment: Assignment
  /** The role's key, for an assignment that holds one. */
  role?: string
  /** What else changes with it, by the effects of the policy. */
  brings?: readonly AssignmentChange[]
}

/**
 * The order in which a remedy's changes are made: what people are, and what the plan has, must be so
 * before what they are given can follow.
 */
export const stages = [
  'membership',
  'acceptance',
  'plan',
  'organization_role',
  'team_role',
  'grant',
  'entry',
] as const

export type Stage = (typeof stages)[number]

/** A call that makes changes, as `client.call(operation, ...args)` takes it. */
export interface RemedyCall {
  operation: OperationId
  args: unknown[]
  /** The changes that it makes. */
  changes: readonly AssignmentChange[]
  /** Who makes it, if that is somebody who may be no user yet. */
  caller?: UserRecord
}

/** Records as changes leave them. Each is given as it is now, with what becomes of it. */
export interface Draft {
  user(user: UserRecord, change: (now: UserRecord) => UserRecord): void
  entry(entry: MemberRecord, change: (now: MemberRecord) => MemberRecord): void
  /** The user's own entry on the project, which is made if there is none. */
  ownEntry(
    user: UserRecord,
    project: ProjectRecord,
    change: (now: MemberRecord) => MemberRecord,
  ): void
  organization(change: (now: OrganizationRecord) => OrganizationRecord): void
}

/** What a decision says is missing in one assignment. */
export type Missing = Decision['alternatives'][number]['missing'][number]

/** What one assignment does not hold now, and must. */
export interface Lacking {
  /** Permissions, each once; none for mere membership. */
  readonly permissions: readonly string[]
  /** A role's key, where it is the role itself that counts. */
  readonly role: string | undefined
  /** Whether they are the permissions that the call hands out. */
  readonly isHandedOut: boolean
}

/** Whom a decision is told, and on what. */
export interface Telling {
  readonly policy: Policy
  readonly world: World
  readonly asker: UserRecord
}
