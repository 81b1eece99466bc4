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

/** The record of each type of resource. Whatever goes over all types follows from here. */
export interface Records {
  /** There is one, which no path names. */
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

/** A type of resource that a path can name. */
export type NamedType = Exclude<ResourceType, 'organization'>

/** Each type as a key, so that the compiler misses none. */
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

/** What a path can name. */
export const namedTypes: readonly NamedType[] = Object.keys(named).filter(isNamedType)
