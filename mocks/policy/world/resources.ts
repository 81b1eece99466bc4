import type { OperationId } from '../../../src/generated/operations.ts'
import { pathParametersOf } from './operations.ts'
import type {
  ArtifactRecord,
  InvitationRecord,
  MemberRecord,
  ProjectRecord,
  RoleRecord,
  TeamRecord,
  TokenRecord,
  UserRecord,
} from '../language/records.ts'
import type { World } from './world.ts'

/** A reference in a body to something that does not exist, or that is hidden from the actor. */
export const unresolved: unique symbol = Symbol('unresolved')
export type Unresolved = typeof unresolved

/**
 * The resources that a call is about. One that is left out is open: the question is asked for all of its
 * kind. One that is `unresolved` counts as satisfied, since a later check refuses it.
 */
export interface Resources {
  user?: UserRecord | Unresolved
  team?: TeamRecord | Unresolved
  role?: RoleRecord | Unresolved
  project?: ProjectRecord | Unresolved
  /** The project that a move, attach or link goes to. */
  destination?: ProjectRecord | Unresolved
  member?: MemberRecord
  artifact?: ArtifactRecord
  invitation?: InvitationRecord
  token?: TokenRecord
}

/** All that a call can be about; each is told apart by what it is to the call. */
export const resourceNames = [
  'user',
  'team',
  'role',
  'project',
  'destination',
  'member',
  'artifact',
  'invitation',
  'token',
] as const satisfies (keyof Resources)[]

/** What a path can name. */
export const namedTypes = [
  'project',
  'artifact',
  'member',
  'team',
  'user',
  'role',
  'invitation',
  'token',
] as const satisfies (keyof Resources)[]

/** One of {@link namedTypes}. */
export type NamedType = (typeof namedTypes)[number]

export type ResourceType = 'organization' | NamedType

export const isNamedType = (name: string): name is NamedType =>
  namedTypes.some((type) => type === name)

/** A resource that a question is about. */
export interface Resource {
  type: ResourceType
  resources: Resources
}

/** Everything of a type that there is. */
export const resourcesOfType = (world: World, type: NamedType): readonly Resource[] => {
  const members = () => [...world.projects()].flatMap(({ key }) => [...world.membersOf(key)])
  const records: Record<NamedType, () => Iterable<{ id: string }>> = {
    project: () => world.projects(),
    artifact: () => world.artifacts(),
    member: members,
    team: () => world.teams(),
    user: () => world.users(),
    role: () => world.roles(),
    invitation: () => world.invitations(),
    token: () => world.tokens(),
  }
  return [...records[type]()].flatMap(({ id }) => resourceOf(world, type, id) ?? [])
}

/** Looks a resource up by its type and reference; undefined where it does not exist. */
export const resourceOf = (world: World, type: string, reference: string): Resource | undefined => {
  switch (type) {
    case 'organization':
      return reference === 'current' || reference === world.organization.id
        ? { type, resources: {} }
        : undefined
    case 'project': {
      const project = world.project(reference)
      const team = project?.team === undefined ? undefined : world.team(project.team)
      return project && { type, resources: { project, ...(team && { team }) } }
    }
    case 'artifact': {
      const artifact = world.artifact(reference)
      const project = artifact?.project ? world.project(artifact.project) : undefined
      return artifact && { type, resources: { artifact, ...(project && { project }) } }
    }
    case 'member': {
      const member = world.member(reference)
      const project = member && world.project(member.project)
      const team = member?.subject.type === 'team' ? world.team(member.subject.id) : undefined
      return (
        member && {
          type,
          resources: { member, ...(project && { project }), ...(team && { team }) },
        }
      )
    }
    case 'team': {
      const team = world.team(reference)
      return team && { type, resources: { team } }
    }
    case 'user': {
      const user = world.user(reference)
      return user && { type, resources: { user } }
    }
    case 'role': {
      const role = world.role(reference)
      return role && { type, resources: { role } }
    }
    case 'invitation': {
      const invitation = world.invitation(reference)
      return invitation && { type, resources: { invitation } }
    }
    case 'token': {
      const token = world.token(reference)
      return token && { type, resources: { token } }
    }
    default:
      return undefined
  }
}

/** A project comes with its owning team, which is not the team that a call on the project may name; an entry comes with its own. */
export const resourcesOfCall = (operation: OperationId, resources: Resources): Resources => {
  if (!resources.project || pathParametersOf(operation).includes('member')) return resources
  const { team: _, ...others } = resources
  return others
}

/** The path arguments of the operation on the resources, by their ids; empty for what is not among them. */
export const pathArgumentsOf = (operation: OperationId, resources: Resources): string[] =>
  pathParametersOf(operation).map((name) => {
    const resource = isNamedType(name) ? resources[name] : undefined
    return typeof resource === 'object' ? resource.id : ''
  })

/** The artifact kind that the resources are about. */
export const kindOf = ({ artifact }: Resources): { kind?: string } =>
  artifact ? { kind: artifact.kind } : {}
