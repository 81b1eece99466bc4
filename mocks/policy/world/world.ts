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
 * Where a role is held: in the organization, in a team, or in one category of a project's roles.
 * Roles of different places may have the same key.
 */
export type RolePlace = { scope: 'organization' | 'team' } | { scope: 'project'; category: string }

/**
 * A read-only view of the platform's state, which is all that a policy ever sees of it. Records are
 * found by id; people by e-mail address too, in any case; roles, teams and projects by key. Lists are in
 * order of creation.
 */
export interface World extends ByType, Omit<Finders, 'role'>, Lists {
  /** Stands for the state: the same object as long as nothing changes, so that what follows from it can be kept. */
  readonly state: object
  readonly organization: OrganizationRecord
  readonly settings: Settings
  /** Somebody who was removed, or who is known and was never a user: by id or e-mail address, in any case. */
  former(reference: string): UserRecord | undefined
  /** By id or key, and of those with one key the first that is held in the place. */
  role(reference: string, place?: RolePlace): RoleRecord | undefined
  /** Invitations to the address, whatever became of them. */
  invitationsOf(email: string): Iterable<InvitationRecord>
  /** Users with a role in the team, by its key. */
  usersIn(team: string): Iterable<UserRecord>
  /** Users who hold the role, by its key, in the organization or in any team. */
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
