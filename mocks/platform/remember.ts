import type { About, Remembered } from '../log/about.ts'
import { operations } from '../../src/generated/operations.ts'
import { cut } from '../shared/brief.ts'
import type { ResourceReply } from './reply.ts'
import type { Call } from '../policy/call/call.ts'
import { isNamedType, type Resources, unresolved } from '../policy/world/resources.ts'
import { resourceOf } from '../policy/index.ts'
import type { World } from '../policy/world/world.ts'
import type { Invocation, Platform } from './platform.ts'

/** The subject of a call for the log, before anything is decided. */
export function namedBy(platform: Platform, request: Invocation): About {
  const named = lastNamed(request)
  const resources = named && resourcesOf(platform.world, named.type, named.id)
  return aboutResources(platform, resources ?? {}, named, withinOf(platform, request))
}

/** The same, for a bound call. */
export const aboutOf = (platform: Platform, call: Call): About =>
  aboutResources(platform, call.resources, lastNamed(call), withinOf(platform, call))

/** The same after the call, with the resource that it made or changed. */
export function withMade(platform: Platform, about: About, { type, id }: ResourceReply): About {
  if (type === 'organization') return about
  const made = aboutResources(platform, resourcesOf(platform.world, type, id) ?? {}, { type, id })
  const project = type === 'project' ? made.project : (about.project ?? made.project)
  return {
    ...about,
    ...(made.target && { target: made.target }),
    ...(project && { project }),
    projects: unique([...about.projects, ...made.projects]),
  }
}

/** A resource in the form that the log keeps; undefined if it does not exist. */
export function remember(platform: Platform, type: string, id: string): Remembered | undefined {
  const resources = resourcesOf(platform.world, type, id)
  if (resources === undefined) return undefined
  const { project } = resources
  const key = type === 'project' && typeof project === 'object' ? project.key : undefined
  const mayHide = platform.compiled.mayHide(resources)
  return { type, id, mayHide, ...(key !== undefined && { key }) }
}

/** A resource, with those that its visibility depends on. A removed user still exists as a person. */
export function resourcesOf(world: World, type: string, reference: string): Resources | undefined {
  const resources = resourceOf(world, type, reference)?.resources
  if (resources !== undefined || type !== 'user') return resources
  const user = world.former(reference)
  return user && { user }
}

/** The last resource that the path names. */
function lastNamed({ operation, args }: Invocation): About['named'] {
  const { parameters } = operations[operation]
  const place = parameters.findLastIndex(isNamedType)
  const type = parameters[place]
  return type === undefined ? undefined : { type, id: String(args[place]) }
}

/** The project in the path of another resource. */
function withinOf(platform: Platform, { operation, args }: Invocation): Remembered | undefined {
  const { parameters } = operations[operation]
  const place = parameters.indexOf('project')
  return place === -1 || place === parameters.length - 1
    ? undefined
    : rememberProject(platform, String(args[place]))
}

function rememberProject(platform: Platform, reference: string): Remembered | undefined {
  const id = platform.world.project(reference)?.id
  return id === undefined ? undefined : remember(platform, 'project', id)
}

function aboutResources(
  platform: Platform,
  resources: Resources,
  named: About['named'],
  within?: Remembered,
): About {
  const resource: unknown = named && Reflect.get(resources, named.type)
  const target =
    named && isResource(resource) ? remember(platform, named.type, resource.id) : undefined
  const home = keyOf(resources.project)
  const projects = projectsOf(resources).flatMap((key) => rememberProject(platform, key) ?? [])
  const project = home === undefined ? within : projects.find(({ key }) => key === home)
  return {
    ...(named && { named: { ...named, id: cut(named.id, 254) } }),
    ...(target && { target }),
    ...(within && { within }),
    ...(project && { project }),
    projects: unique(within ? [...projects, within] : projects),
    reached: false,
  }
}

const keyOf = (project: Resources['project']): string | undefined =>
  project === unresolved ? undefined : project?.key

/** The keys of all projects that the resources are in or move to. */
export const projectsOf = ({ project, destination, artifact }: Resources): readonly string[] =>
  [keyOf(project), keyOf(destination), artifact?.project, ...(artifact?.attachedTo ?? [])].filter(
    (key) => typeof key === 'string',
  )

const unique = (resources: readonly Remembered[]): readonly Remembered[] => [
  ...new Map(resources.map((one) => [one.id, one])).values(),
]

const isResource = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && 'id' in value
