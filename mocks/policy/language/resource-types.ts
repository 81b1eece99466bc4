import type {
  ArtifactRecord,
  InvitationRecord,
  MemberRecord,
  OrganizationRecord,
  ProjectRecord,
  RoleRecord,
  TeamRecord,
  TokenRecord,
  UserRecord,
} from './records.ts'

/** The record of each resource type. Everything that covers all types is derived from here. */
export interface Records {
  /** A singleton: no path names it. */
  organization: OrganizationRecord
  project: ProjectRecord
  artifact: ArtifactRecord
  member: MemberRecord
  team: TeamRecord
  user: UserRecord
  role: RoleRecord
  invitation: InvitationRecord
  token: TokenRecord
}

export type ResourceType = keyof Records

/** A resource type that a path can name. */
export type NamedType = Exclude<ResourceType, 'organization'>

/** Types as keys, so that a missing one does not compile. */
const named: Readonly<Record<NamedType, true>> = {
  project: true,
  artifact: true,
  member: true,
  team: true,
  user: true,
  role: true,
  invitation: true,
  token: true,
}

export const isNamedType = (name: string): name is NamedType => Object.hasOwn(named, name)

/** The resource types that a path can name. */
export const namedTypes: readonly NamedType[] = Object.keys(named).filter(isNamedType)
