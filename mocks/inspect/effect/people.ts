import { operationsOn } from '../../generated/contract.ts'
import type { Platform } from '../../platform/platform.ts'
import { compare, compareOnEach, type PolicyChange, type Sides } from '../../policy-diff/compare.ts'
import { actionsOf } from '../../policy-diff/differences.ts'
import { labelOf, type NamedResource, resourcesIn } from '../../policy-diff/resources.ts'
import { isNamedType } from '../../policy/language/resource-types.ts'
import { resourceOf } from '../../policy/world/resources.ts'
import type { World } from '../../policy/world/world.ts'
import { concernedBy } from './concerned.ts'
import type { Touched } from './resources.ts'

/** The people who gain or lose rights by a call. */
export interface PeopleEffect {
  /** The gains and losses, in order of users, actions and resources: at most 2,000. */
  readonly changes: readonly PolicyChange[]
  /** How many people gain something. */
  readonly gain: number
  /** How many people lose something. */
  readonly lose: number
  /**
   * How many people were not compared in full: in a large state, only whether they may see what changed is
   * compared. 0 if nothing is missing.
   */
  readonly more: number
}

/** The most gains and losses that are listed. */
const mostListed = 2000

/** The most people who are compared for every action and resource. */
const mostInFull = 25
/** The most people who are compared for every action on what changed. */
const mostOnChanged = 200
/** The most people who are compared at all. */
const mostPeople = 20_000
/** The most resources that a person is compared for, beside those that changed. */
const mostResources = 200

/** Compares what people may do before and after a call: on resources that exist at both times. */
export function peopleEffect(
  before: Platform,
  after: Platform,
  touched: readonly Touched[],
): PeopleEffect {
  const near = nearResources(before.world, after.world, touched)
  const { directly, isForAll } = concernedBy(before, after, touched)
  const users = emailsIn(before.world, after.world)
  const inFull = (isForAll ? users : directly).slice(0, mostInFull)
  const actions = actionsOf([before.compiled.policy])
  const whole = sidesOf(before, after, [...near, ...farResources(before.world)])
  const onNear = sidesOf(before, after, near)
  const others = users.filter((email) => !inFull.includes(email)).slice(0, mostPeople)
  const seen = new Map(others.map((email) => [email, sightChanges(onNear, email)]))
  const isSeenOtherwise = (email: string) => seen.get(email)?.length !== 0
  const ordered = [
    ...others.filter(isSeenOtherwise),
    ...others.filter((email) => !isSeenOtherwise(email)),
  ]
  const compared = new Set(ordered.slice(0, mostOnChanged))
  const changesOf = (email: string) => {
    if (inFull.includes(email)) return actions.flatMap((action) => compare(whole, email, action))
    if (!compared.has(email)) return seen.get(email) ?? []
    return actions.flatMap((action) => compareOnEach(onNear, email, action))
  }
  const missedInFull = Math.max(0, (isForAll ? users : directly).length - mostInFull)
  const missed = near.length === 0 ? 0 : users.length - inFull.length - compared.size
  const changes = users.flatMap(changesOf)
  const people = (change: PolicyChange['change']) =>
    new Set(changes.flatMap((one) => (one.change === change ? [one.user] : []))).size
  return {
    changes: changes.slice(0, mostListed),
    gain: people('gains'),
    lose: people('loses'),
    more: Math.max(missedInFull, missed),
  }
}

/** The e-mail addresses of all users of both states. */
const emailsIn = (before: World, after: World): readonly string[] => [
  ...new Set([...before.users(), ...after.users()].map(({ email }) => email)),
]

/** Whether a user may see each of the resources before and after. */
const sightChanges = (sides: Sides, email: string): readonly PolicyChange[] => {
  const types = new Set([...sides[0].resources.values()].map(({ type }) => type))
  return [...types].flatMap((type) => compareOnEach(sides, email, operationsOn[type].get))
}

/** The resources that changed and exist at both times, with the projects that they are in. */
function nearResources(
  before: World,
  after: World,
  touched: readonly Touched[],
): readonly NamedResource[] {
  const found = touched.slice(0, mostResources).flatMap(({ type, id }) => {
    if (!isNamedType(type)) return []
    const places = [before, after].flatMap((world) => projectsOf(world, type, id))
    return [named(before, type, id), ...places.map((project) => named(before, 'project', project))]
  })
  return found.filter((one) => one !== undefined)
}

function projectsOf(world: World, type: string, id: string): readonly string[] {
  const { artifact, member } = resourceOf(world, type, id)?.resources ?? {}
  const keys = [artifact?.project, ...(artifact?.attachedTo ?? []), member?.project]
  return keys.filter((key) => typeof key === 'string')
}

function named(world: World, type: string, reference: string): NamedResource | undefined {
  const resource = resourceOf(world, type, reference)
  if (resource === undefined || !isNamedType(type)) return undefined
  const record = resource.resources[type]
  if (typeof record !== 'object') return undefined
  return { type, name: labelOf(type, record, world), resource }
}

const farResources = (world: World): readonly NamedResource[] =>
  resourcesIn(world).slice(0, mostResources)

/** Both states, with these resources as each has them. */
function sidesOf(before: Platform, after: Platform, resources: readonly NamedResource[]): Sides {
  const labels = new Map(resources.map((one) => [`${one.type} ${idOf(one)}`, one]))
  const others = [...labels].flatMap(([label, one]) => {
    const other = named(after.world, one.type, idOf(one))
    return other ? [[label, other] as const] : []
  })
  return [
    { compiled: before.compiled, world: before.world, resources: labels },
    { compiled: after.compiled, world: after.world, resources: new Map(others) },
  ]
}

function idOf({ type, resource }: NamedResource): string {
  const record = resource.resources[type]
  return typeof record === 'object' ? record.id : ''
}
