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
import { isNamedType, type NamedType, type ResourceType } from '../language/resource-types.ts'
import type { World } from './world.ts'

export {
  isNamedType,
  namedTypes,
  type NamedType,
  type ResourceType,
} from '../language/resource-types.ts'

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

type Find = (world: World, reference: string) => Resources | undefined

const named = <Found>(found: Found | undefined, as: (found: Found) => Resources) =>
  found === undefined ? undefined : as(found)

/** How each is found by a reference, by what it is to a call. */
const finders: Readonly<Record<keyof Resources, Find>> = {
  user: (world, reference) => named(world.user(reference), (user) => ({ user })),
  team: (world, reference) => named(world.team(reference), (team) => ({ team })),
  role: (world, reference) => named(world.role(reference), (role) => ({ role })),
  project: (world, reference) => named(world.project(reference), (project) => ({ project })),
  destination: (world, reference) =>
    named(world.project(reference), (destination) => ({ destination })),
  member: (world, reference) => named(world.member(reference), (member) => ({ member })),
  artifact: (world, reference) => named(world.artifact(reference), (artifact) => ({ artifact })),
  invitation: (world, reference) =>
    named(world.invitation(reference), (invitation) => ({ invitation })),
  token: (world, reference) => named(world.token(reference), (token) => ({ token })),
}

export const isResourceName = (name: string): name is keyof Resources =>
  Object.hasOwn(finders, name)

/** All that a call can be about; each is told apart by what it is to the call. */
export const resourceNames: readonly (keyof Resources)[] =
  Object.keys(finders).filter(isResourceName)

/** The type of what the name is of. */
export const typeOf = (name: keyof Resources): NamedType =>
  name === 'destination' ? 'project' : name

/** Looks the reference up as what it is to a call, by itself; undefined when it names nothing. */
export const findAs = (
  world: World,
  name: keyof Resources,
  reference: string,
): Resources | undefined => finders[name](world, reference)

const inTeam = (world: World, key: string | undefined): Resources =>
  (key === undefined ? undefined : finders.team(world, key)) ?? {}

const inProject = (world: World, key: string | null): Resources =>
  (key === null ? undefined : finders.project(world, key)) ?? {}

/** What a resource brings along, by its type. */
const relations: Partial<Record<NamedType, (world: World, found: Resources) => Resources>> = {
  project: (world, { project }) => (typeof project === 'object' ? inTeam(world, project.team) : {}),
  artifact: (world, { artifact }) => (artifact ? inProject(world, artifact.project) : {}),
  member: (world, { member }) =>
    member
      ? {
          ...inProject(world, member.project),
          ...(member.subject.type === 'team' && inTeam(world, member.subject.id)),
        }
      : {},
}

/** A resource that a question is about. */
export interface Resource {
  type: ResourceType
  resources: Resources
}

/** Everything of a type that there is. */
export const resourcesOfType = (world: World, type: NamedType): readonly Resource[] => {
  const records =
    type === 'member'
      ? [...world.projects()].flatMap(({ key }) => [...world.membersOf(key)])
      : [...world.all(type)]
  return records.flatMap(({ id }) => resourceOf(world, type, id) ?? [])
}

/** Looks a resource up by its type and reference, with what it brings along; undefined where it does not exist. */
export const resourceOf = (world: World, type: string, reference: string): Resource | undefined => {
  if (type === 'organization') {
    const { id } = world.organization
    return reference === 'current' || reference === id ? { type, resources: {} } : undefined
  }
  if (!isNamedType(type)) return undefined
  const found = finders[type](world, reference)
  return found && { type, resources: { ...found, ...relations[type]?.(world, found) } }
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
