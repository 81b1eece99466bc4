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
import type { Policy } from '../language/policy.ts'
import { meaningOf } from '../language/type-names.ts'
import type { World } from './world.ts'

export {
  isNamedType,
  namedTypes,
  type NamedType,
  type ResourceType,
} from '../language/resource-types.ts'

/** Stands for a resource that a body names and that does not exist, or that is hidden from the caller. */
export const unresolved: unique symbol = Symbol('unresolved')
export type Unresolved = typeof unresolved

/**
 * The resources that a call is about. A resource left out is open: the question is about all of its
 * type. Requirements on an `unresolved` one count as met, since a later check refuses it.
 */
export interface Resources {
  user?: UserRecord | Unresolved
  team?: TeamRecord | Unresolved
  role?: RoleRecord | Unresolved
  project?: ProjectRecord | Unresolved
  /** The project that an artifact is moved or attached to. */
  destination?: ProjectRecord | Unresolved
  member?: MemberRecord
  artifact?: ArtifactRecord
  invitation?: InvitationRecord
  token?: TokenRecord
}

type Find = (world: World, reference: string) => Resources | undefined

const named = <Found>(found: Found | undefined, as: (found: Found) => Resources) =>
  found === undefined ? undefined : as(found)

/** Looks a resource up by a reference, per name that a call has for it. */
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

/** Every name that a call has for a resource. */
export const resourceNames: readonly (keyof Resources)[] =
  Object.keys(finders).filter(isResourceName)

/** The resource type behind the name. */
export const typeOf = (name: keyof Resources): NamedType =>
  name === 'destination' ? 'project' : name

/** Looks the reference up under the call's name for it, without related resources; undefined if it names nothing. */
export const findAs = (
  world: World,
  name: keyof Resources,
  reference: string,
): Resources | undefined => finders[name](world, reference)

const inTeam = (world: World, key: string | undefined): Resources =>
  (key === undefined ? undefined : finders.team(world, key)) ?? {}

const inProject = (world: World, key: string | null): Resources =>
  (key === null ? undefined : finders.project(world, key)) ?? {}

/** The related resources of a resource, by its type. */
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

/** A resource that a question is about, with its related resources. */
export interface Resource {
  type: ResourceType
  resources: Resources
}

/** All resources of the type. */
export const resourcesOfType = (world: World, type: NamedType): readonly Resource[] => {
  const records =
    type === 'member'
      ? [...world.projects()].flatMap(({ key }) => [...world.membersOf(key)])
      : [...world.all(type)]
  return records.flatMap(({ id }) => resourceOf(world, type, id) ?? [])
}

/** Looks a resource up by type and reference, with its related resources; undefined if it does not exist. */
export const resourceOf = (world: World, type: string, reference: string): Resource | undefined => {
  if (type === 'organization') {
    const { id } = world.organization
    return reference === 'current' || reference === id ? { type, resources: {} } : undefined
  }
  if (!isNamedType(type)) return undefined
  const found = finders[type](world, reference)
  return found && { type, resources: { ...found, ...relations[type]?.(world, found) } }
}

/**
 * The same by any name of the type: its own, or one that the policy gives it. A name for artifacts of one
 * kind names no others.
 */
export const resourceNamed = (
  policy: Policy,
  world: World,
  type: string,
  reference: string,
): Resource | undefined => {
  const named = meaningOf(policy, type)
  const found = named && resourceOf(world, named.type, reference)
  const isOther = named?.kind !== undefined && found?.resources.artifact?.kind !== named.kind
  return isOther ? undefined : found
}

/**
 * The resources as a call of the operation names them. A project's related team is its owner, and not
 * the team that a call on the project can name, so it is dropped. An entry's team stays.
 */
export const resourcesOfCall = (operation: OperationId, resources: Resources): Resources => {
  if (!resources.project || pathParametersOf(operation).includes('member')) return resources
  const { team: _, ...others } = resources
  return others
}

/** The operation's path arguments: the ids of the resources, and an empty text for a missing one. */
export const pathArgumentsOf = (operation: OperationId, resources: Resources): string[] =>
  pathParametersOf(operation).map((name) => {
    const resource = isNamedType(name) ? resources[name] : undefined
    return typeof resource === 'object' ? resource.id : ''
  })

/** The kind of the artifact, if there is one. */
export const kindOf = ({ artifact }: Resources): { kind?: string } =>
  artifact ? { kind: artifact.kind } : {}
