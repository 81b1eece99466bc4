import type { Refusal } from '../call/call.ts'
import { fact, type FactContext, fill } from '../call/facts.ts'
import { holdsIn, organizationPermitsOf, permit } from '../world/permits.ts'
import type { Mention } from '../world/reader.ts'
import type { Counted, Invariant, Policy } from '../language/policy.ts'
import { sizeOf } from '../world/size-of.ts'
import { perState } from '../world/per-state.ts'
import { perPolicy } from '../language/per-policy.ts'
import type { World } from '../world/world.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { RoleRecord, UserRecord } from '../language/records.ts'

const countWhere = <T>(items: Iterable<T>, test: (item: T) => boolean): number => {
  let count = 0
  for (const item of items) if (test(item)) count += 1
  return count
}

const countsPerson = (
  world: World,
  counted: Exclude<Counted, { every: unknown }>,
  user: UserRecord,
): boolean => {
  if ('role' in counted) return user.role === counted.role
  // A service account is no administrator.
  if (user.status !== 'active' || user.type === 'service') return false
  const { holding: permission, in: scope } = counted
  if (typeof scope === 'object') return holdsIn(world, user, scope.team, permission)
  const permits = organizationPermitsOf(world, user)
  return permits !== undefined && permit(permits, permission, undefined)
}

const everyOf: Readonly<Record<'user' | 'project', (world: World) => Iterable<unknown>>> = {
  user: (world) => world.users(),
  project: (world) => world.projects(),
}

const countOf = (world: World, counted: Counted): number => {
  if ('every' in counted) return sizeOf(everyOf[counted.every](world))
  const isCounted = (user: UserRecord): boolean => countsPerson(world, counted, user)
  if ('role' in counted) return countWhere(world.usersWith(counted.role), isCounted)
  const { holding: permission, in: scope } = counted
  if (typeof scope === 'object') return countWhere(world.usersIn(scope.team), isCounted)
  let sum = 0
  for (const role of world.roles()) {
    if (!mayGive(role, permission)) continue
    const holds = (user: UserRecord): boolean => user.role === role.key && isCounted(user)
    sum += countWhere(world.usersWith(role.key), holds)
  }
  return sum
}

/** Whether somebody with the role may hold the permission in the organization, by the role or by a grant. */
const mayGive = ({ scope, permissions, grants }: RoleRecord, permission: string): boolean =>
  scope === 'organization' && (grants !== undefined || permissions.includes(permission))

/** Invariants read the platform alone: there is no call. */
const contextIn = (world: World): FactContext => ({
  place: 'bound',
  world,
  resources: {},
  input: undefined,
})

const upperBound = (world: World, { atMost = Infinity }: Invariant): number => {
  if (typeof atMost === 'number') return atMost
  const bound = fact(contextIn(world), atMost.field)
  return typeof bound === 'number' ? bound : Infinity
}

const roomFor = (world: World, invariant: Invariant, count: number): number =>
  Math.min(count - (invariant.atLeast ?? -Infinity), upperBound(world, invariant) - count)

/** The room that each invariant leaves; it is violated below zero. */
export const measure = (policy: Policy, world: World): readonly number[] => measured(policy)(world)

/** Measures each state once: a call ends in the state in which the next one begins. */
const measured = perPolicy(({ invariants }: Policy) =>
  perState((world) =>
    invariants.map((invariant) => roomFor(world, invariant, countOf(world, invariant.count))),
  ),
)

/** An invariant that a state does not keep. */
export interface Broken {
  readonly rule: string
  /** The list that it counts. */
  readonly of: 'users' | 'projects'
  readonly isOver: boolean
  /** In words, with the rule. */
  readonly text: string
}

/** The invariants that a state does not keep. No call leads there, but a scenario or a snapshot may. */
export const brokenIn = (policy: Policy, world: World): readonly Broken[] =>
  policy.invariants.flatMap((invariant) => {
    const { rule, count: counted, atLeast = 0 } = invariant
    const count = countOf(world, counted)
    const most = upperBound(world, invariant)
    const isOver = count > most
    if (!isOver && count >= atLeast) return []
    const bound = isOver ? `at most ${most} are allowed` : `at least ${atLeast} must`
    const why = `${fill(contextIn(world), invariant.text)} (${policy.name}, ${rule})`
    const text = `There are ${count} that count, and ${bound}. ${why}`
    return [{ rule, of: 'every' in counted ? `${counted.every}s` : 'users', isOver, text }]
  })

const isBroken = (before: number, after: number): boolean => after < 0 && after < before

const ofUsers: readonly Mention[] = [{ list: 'user' }]

/** The refusal of the first invariant that a call violates: its room is below zero, and less than before. */
export const violated = (
  { judge, world }: PolicyContext,
  before: readonly number[],
  after: readonly number[],
): Refusal | undefined => {
  const broken = judge.policy.invariants.find((_, index) =>
    isBroken(before[index] ?? 0, after[index] ?? 0),
  )
  if (!broken) return undefined
  const { rule, count, status, code, text } = broken
  // No reader is sure to see every project.
  const about = 'every' in count && count.every === 'project' ? undefined : ofUsers
  return { rule, status, code, text: fill(contextIn(world), text), ...(about && { about }) }
}

/** Whether replacing one version of a person by another violates no invariant. */
export const keepsInvariants = (
  { judge, world }: PolicyContext,
  from: UserRecord,
  to: UserRecord,
): boolean =>
  judge.policy.invariants.every((invariant) => {
    const { count: counted } = invariant
    if ('every' in counted) return true
    const change =
      Number(countsPerson(world, counted, to)) - Number(countsPerson(world, counted, from))
    if (change === 0) return true
    const count = countOf(world, counted)
    return !isBroken(roomFor(world, invariant, count), roomFor(world, invariant, count + change))
  })
