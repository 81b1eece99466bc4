import type { Refusal } from './call.ts'
import { holdsIn, organizationPermitsOf, permit } from './holding.ts'
import type { Counted, Invariant, Policy } from './policy.ts'
import type { UserRecord, World } from './world.ts'

const countWhere = <T>(items: Iterable<T>, test: (item: T) => boolean = () => true): number => {
  let count = 0
  for (const item of items) if (test(item)) count += 1
  return count
}

const isActive = ({ status }: UserRecord): boolean => status === 'active'

const countOf = (world: World, counted: Counted): number => {
  if ('every' in counted) {
    return counted.every === 'user' ? countWhere(world.users()) : countWhere(world.projects())
  }
  if ('role' in counted) {
    const { role } = counted
    return countWhere(world.usersWith(role), (user) => user.role === role)
  }
  const { holding: permission, in: scope } = counted
  if (typeof scope === 'object') {
    return countWhere(
      world.usersIn(scope.team),
      (user) => isActive(user) && holdsIn(world, user, scope.team, permission),
    )
  }
  return countWhere(world.users(), (user) => {
    const permits = organizationPermitsOf(world, user)
    return isActive(user) && permits !== undefined && permit(permits, permission, undefined)
  })
}

const upperBound = ({ plan }: World['organization'], { atMost }: Invariant): number => {
  if (typeof atMost === 'number') return atMost
  return atMost?.field === 'organization.plan.seats' ? (plan.seats ?? Infinity) : Infinity
}

/** How much room each invariant leaves; below zero it is broken. */
export const measure = ({ invariants }: Policy, world: World): readonly number[] =>
  invariants.map((invariant) => {
    const count = countOf(world, invariant.count)
    const { atLeast = -Infinity } = invariant
    return Math.min(count - atLeast, upperBound(world.organization, invariant) - count)
  })

/** The first invariant that a call would break: it leaves no room, and less than before. */
export const violated = (
  before: readonly number[],
  after: readonly number[],
  { invariants }: Policy,
): Refusal | undefined => {
  const broken = invariants.find((_, index) => {
    const room = after[index] ?? 0
    return room < 0 && room < (before[index] ?? 0)
  })
  if (!broken) return undefined
  const { rule, status, code, text } = broken
  return { rule, status, code, text }
}
