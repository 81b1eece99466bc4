import type {
  ArtifactRecord,
  InvitationRecord,
  MemberRecord,
  OrganizationRecord,
  ProjectRecord,
  RoleRecord,
  Settings,
  UserRecord,
} from '../language/records.ts'
import type { ByType, Finders, Lists } from './by-name.ts'

/**
 * Where a role is held: in the organization, in a team, or in one category of a project. Roles of
 * different places may share a key.
 */
export type RolePlace = { scope: 'organization' | 'team' } | { scope: 'project'; category: string }

/**
 * A read-only view of the platform's state: all that a policy sees of it. Records are found by id, people
 * also by e-mail address in any case, and roles, teams and projects also by key. Lists are in order of
 * creation.
 */
export interface World extends ByType, Omit<Finders, 'role'>, Lists {
  /** The state's identity: the same object until something changes. A cache key. */
  readonly state: object
  readonly organization: OrganizationRecord
  readonly settings: Settings
  /** A person who was removed, or who can sign in and never was a user: by id or e-mail address, in any case. */
  former(reference: string): UserRecord | undefined
  /** By id or key. `place` tells roles with the same key apart; without it, the first one counts. */
  role(reference: string, place?: RolePlace): RoleRecord | undefined
  /** Invitations to the address, in any status. */
  invitationsOf(email: string): Iterable<InvitationRecord>
  /** Users with a role in the team, by its key. */
  usersIn(team: string): Iterable<UserRecord>
  /** Users who hold the role, by its key, in the organization or in a team. */
  usersWith(role: string): Iterable<UserRecord>
  /** Entries of the project, by its key. */
  membersOf(project: string): Iterable<MemberRecord>
  /** Entries of the subject (a user's or team's id, an e-mail address). */
  entriesOf(subject: string): Iterable<MemberRecord>
  /** Artifacts in the project, by its key, attached ones included. */
  artifactsIn(project: string): Iterable<ArtifactRecord>
  /** Projects that the team owns, by its key. */
  projectsOf(team: string): Iterable<ProjectRecord>
}
