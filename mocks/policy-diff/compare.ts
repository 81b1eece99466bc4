import type { OperationId } from '../../src/generated/operations.ts'
import type { Decision } from '../../src/index.ts'
import { isAbout } from '../policy/index.ts'
import type { Outcome } from '../policy/language/outcome.ts'
import { isOperation } from '../policy/world/operations.ts'
import type { Resources } from '../policy/world/resources.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import type { World } from '../policy/world/world.ts'
import { type NamedResource, resourcesIn } from './resources.ts'

/** A gain or loss of one user under the second of two policies. */
export interface PolicyChange {
  readonly change: 'gains' | 'loses'
  /** The user's e-mail address. */
  readonly user: string
  /** An operation, or an action of the policy's rules. */
  readonly action: string
  /** The resource of the action; left out if the answer is the same for all. */
  readonly resource?: { readonly type: string; readonly id: string }
  /** `yes`, `no`, or `depends` on the call's arguments. */
  readonly before: Decision['outcome']
  readonly after: Decision['outcome']
}

/** A policy, and a state for it to judge. */
export interface Judged {
  readonly compiled: CompiledPolicy
  readonly world: World
}

/** One of the two policies, with the resources under it. */
export interface Side extends Judged {
  readonly resources: ReadonlyMap<string, NamedResource>
}

export type Sides = readonly [Side, Side]

export const sideOf = ({ compiled, world }: Judged, mostResources: number): Side => ({
  compiled,
  world,
  resources: new Map(
    resourcesIn(world)
      .slice(0, mostResources)
      .map((one) => [`${one.type} ${one.name}`, one]),
  ),
})

const rank: Record<Outcome, number> = { no: 0, depends: 1, yes: 2 }

const isSettled = (outcome: Outcome): boolean => outcome !== 'depends'

function ask({ compiled, world }: Side, email: string, action: string, resources: Resources) {
  const user = world.user(email)
  return user ? compiled.outcome(world, { actor: user, action, resources }) : 'no'
}

/**
 * Compares the answers to one action of one user. A yes or no without a resource holds for all that the
 * user sees, so single resources are asked only if that leaves a doubt.
 */
export function compare(sides: Sides, email: string, action: string): readonly PolicyChange[] {
  const [a, b] = sides
  const before = ask(a, email, action, {})
  const after = ask(b, email, action, {})
  const whole = changeOf(email, action, before, after)
  if (isSettled(before) && isSettled(after)) {
    if (whole) return [whole]
    if (before === 'no' || !isOperation(action)) return []
  }
  const found = compareOnEach(sides, email, action)
  return found.length > 0 || !whole ? found : [whole]
}

/** Compares the answers to one action of one user on each resource alone. */
export const compareOnEach = (
  sides: Sides,
  email: string,
  action: string,
): readonly PolicyChange[] =>
  isOperation(action) ? ofOperation(sides, email, action) : ofRule(sides, email, action)

interface Pair {
  readonly one: NamedResource
  readonly before: Outcome
  readonly after: Outcome
}

function onResources(
  [a, b]: Sides,
  email: string,
  action: string,
  isAsked: (resource: NamedResource) => boolean,
): readonly Pair[] {
  return [...a.resources].flatMap(([label, one]) => {
    const other = b.resources.get(label)
    if (!other || !isAsked(one)) return []
    const before = ask(a, email, action, one.resource.resources)
    const after = ask(b, email, action, other.resource.resources)
    return before === after ? [] : [{ one, before, after }]
  })
}

function ofOperation(sides: Sides, email: string, action: OperationId): readonly PolicyChange[] {
  const pairs = onResources(sides, email, action, ({ type }) => isAbout(action, type))
  return pairs.flatMap((pair) => changeOn(email, action, pair))
}

/** A change on a project holds for everything in it, and is reported once. */
function ofRule(sides: Sides, email: string, action: string): readonly PolicyChange[] {
  const pairs = onResources(sides, email, action, () => true).filter(
    // `depends` says nothing about the resource.
    ({ before, after }) => isSettled(before) && isSettled(after),
  )
  const reported = new Set(
    pairs.flatMap(({ one, after }) => (one.type === 'project' ? [`${one.name} ${after}`] : [])),
  )
  return pairs
    .filter(({ one: { type, resource }, after }) => {
      const { project } = resource.resources
      return (
        type === 'project' ||
        typeof project !== 'object' ||
        !reported.has(`${project.key} ${after}`)
      )
    })
    .flatMap((pair) => changeOn(email, action, pair))
}

const changeOn = (email: string, action: string, { one, before, after }: Pair) =>
  changeOf(email, action, before, after, { type: one.type, id: one.name }) ?? []

function changeOf(
  user: string,
  action: string,
  before: Outcome,
  after: Outcome,
  resource?: PolicyChange['resource'],
): PolicyChange | undefined {
  if (before === after) return undefined
  const change = rank[after] > rank[before] ? 'gains' : 'loses'
  return { change, user, action, ...(resource && { resource }), before, after }
}
