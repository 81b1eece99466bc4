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
export const unknown: unique symbol = Symbol('unknown')
export type Unknown = typeof unknown

/**
 * The things that a call is about. One that is left out is open: the question is asked for all of its
 * kind. One that is `unknown` counts as satisfied, since a later check refuses it.
 */
export interface Things {
  user?: UserRecord | Unknown
  team?: TeamRecord | Unknown
  role?: RoleRecord | Unknown
  project?: ProjectRecord | Unknown
  /** The project that a move, attach or link goes to. */
  destination?: ProjectRecord | Unknown
  member?: MemberRecord
  artifact?: ArtifactRecord
  invitation?: InvitationRecord
  token?: TokenRecord
}

/** All that a call can be about; each is told apart by what it is to the call. */
export const thingNames = [
  'user',
  'team',
  'role',
  'project',
  'destination',
  'member',
  'artifact',
  'invitation',
  'token',
] as const satisfies (keyof Things)[]

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
] as const satisfies (keyof Things)[]

/** One of {@link namedTypes}. */
export type NamedType = (typeof namedTypes)[number]

export type ThingType = 'organization' | NamedType

export const isNamedType = (name: string): name is NamedType =>
  namedTypes.some((type) => type === name)

/** A thing that a question is about. */
export interface Thing {
  type: ThingType
  things: Things
}

/** Everything of a type that there is. */
export const thingsOfType = (world: World, type: NamedType): readonly Thing[] => {
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
  return [...records[type]()].flatMap(({ id }) => thingOf(world, type, id) ?? [])
}

/** Looks a thing up by its type and reference; undefined where it does not exist. */
export const thingOf = (world: World, type: string, reference: string): Thing | undefined => {
  switch (type) {
    case 'organization':
      return reference === 'current' || reference === world.organization.id
        ? { type, things: {} }
        : undefined
    case 'project': {
      const project = world.project(reference)
      const team = project?.team === undefined ? undefined : world.team(project.team)
      return project && { type, things: { project, ...(team && { team }) } }
    }
    case 'artifact': {
      const artifact = world.artifact(reference)
      const project = artifact?.project ? world.project(artifact.project) : undefined
      return artifact && { type, things: { artifact, ...(project && { project }) } }
    }
    case 'member': {
      const member = world.member(reference)
      const project = member && world.project(member.project)
      const team = member?.subject.type === 'team' ? world.team(member.subject.id) : undefined
      return (
        member && { type, things: { member, ...(project && { project }), ...(team && { team }) } }
      )
    }
    case 'team': {
      const team = world.team(reference)
      return team && { type, things: { team } }
    }
    case 'user': {
      const user = world.user(reference)
      return user && { type, things: { user } }
    }
    case 'role': {
      const role = world.role(reference)
      return role && { type, things: { role } }
    }
    case 'invitation': {
      const invitation = world.invitation(reference)
      return invitation && { type, things: { invitation } }
    }
    case 'token': {
      const token = world.token(reference)
      return token && { type, things: { token } }
    }
    default:
      return undefined
  }
}

/** A project comes with its owning team, which is not the team that a call on the project may name; an entry comes with its own. */
export const thingsOfCall = (operation: OperationId, things: Things): Things => {
  if (!things.project || pathParametersOf(operation).includes('member')) return things
  const { team: _, ...others } = things
  return others
}

/** The path arguments of the operation on the things, by their ids; empty for what is not among them. */
export const pathArgumentsOf = (operation: OperationId, things: Things): string[] =>
  pathParametersOf(operation).map((name) => {
    const thing = isNamedType(name) ? things[name] : undefined
    return typeof thing === 'object' ? thing.id : ''
  })

/** The artifact kind that the things are about. */
export const kindOf = ({ artifact }: Things): { kind?: string } =>
  artifact ? { kind: artifact.kind } : {}
