import type { About, Remembered } from '../log/about.ts'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import { cut } from '../shared/brief.ts'
import type { ThingReply } from './reply.ts'
import type { Call } from '../policy/call/call.ts'
import { type Things, unknown } from '../policy/world/things.ts'
import { thingOf } from '../policy/index.ts'
import type { World } from '../policy/world/world.ts'
import type { CallRequest, Platform } from './platform.ts'

type Named = Pick<CallRequest<OperationId>, 'operation' | 'args'>

/** What the call names, before anything is decided. */
export function namedBy(platform: Platform, request: Named): About {
  const named = lastNamed(request)
  const things = named && thingsOf(platform.world, named.type, named.id)
  return aboutThings(platform, things ?? {}, named, withinOf(platform, request))
}

/** The same of a call whose references were looked up. */
export const aboutOf = (platform: Platform, call: Call): About =>
  aboutThings(platform, call.things, lastNamed(call), withinOf(platform, call))

/** The same once the call is done, with what it made or changed. */
export function withMade(platform: Platform, about: About, { type, id }: ThingReply): About {
  if (type === 'organization') return about
  const made = aboutThings(platform, thingsOf(platform.world, type, id) ?? {}, { type, id })
  const project = type === 'project' ? made.project : (about.project ?? made.project)
  return {
    ...about,
    ...(made.target && { target: made.target }),
    ...(project && { project }),
    projects: unique([...about.projects, ...made.projects]),
  }
}

/** A thing by its id as the log remembers it; undefined where there is none. */
export function remember(platform: Platform, type: string, id: string): Remembered | undefined {
  const things = thingsOf(platform.world, type, id)
  if (things === undefined) return undefined
  const { project } = things
  const key = type === 'project' && typeof project === 'object' ? project.key : undefined
  const mayHide = platform.compiled.mayHide(things)
  return { type, id, mayHide, ...(key !== undefined && { key }) }
}

/** The thing with all that its visibility depends on. Somebody who was removed is there still, as a person. */
export function thingsOf(world: World, type: string, reference: string): Things | undefined {
  const things = thingOf(world, type, reference)?.things
  if (things !== undefined || type !== 'user') return things
  const user = world.former(reference)
  return user && { user }
}

/** An action's `name` is no thing. */
function lastNamed({ operation, args }: Named): About['named'] {
  const { parameters } = operations[operation]
  const place = parameters.findLastIndex((name) => name !== 'name')
  const type = parameters[place]
  return type === undefined ? undefined : { type, id: String(args[place]) }
}

/** The project in whose path something else is named. */
function withinOf(platform: Platform, { operation, args }: Named): Remembered | undefined {
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

function aboutThings(
  platform: Platform,
  things: Things,
  named: About['named'],
  within?: Remembered,
): About {
  const thing: unknown = named && Reflect.get(things, named.type)
  const target = named && isThing(thing) ? remember(platform, named.type, thing.id) : undefined
  const home = keyOf(things.project)
  const projects = projectsOf(things).flatMap((key) => rememberProject(platform, key) ?? [])
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

const keyOf = (project: Things['project']): string | undefined =>
  project === unknown ? undefined : project?.key

/** Keys of every project that the things are in or go to. */
export const projectsOf = ({ project, destination, artifact }: Things): readonly string[] =>
  [keyOf(project), keyOf(destination), artifact?.project, ...(artifact?.attachedTo ?? [])].filter(
    (key) => typeof key === 'string',
  )

const unique = (things: readonly Remembered[]): readonly Remembered[] => [
  ...new Map(things.map((one) => [one.id, one])).values(),
]

const isThing = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && 'id' in value
