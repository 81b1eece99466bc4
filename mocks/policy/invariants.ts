import type { Refusal } from './call.ts'
import type { Policy } from './policy.ts'
import { holdsIn } from './role-permissions.ts'
import type { World } from './world.ts'

/** How far each invariant is from being broken: taken before and after a call, and compared. */
export const measure = ({ invariants }: Policy, world: World): readonly number[] =>
  invariants.map(({ holding: { permission, in: scope } }) => {
    let holders = 0
    for (const user of world.usersIn(scope.team)) {
      if (user.status === 'active' && holdsIn(world, user, scope.team, permission)) holders += 1
    }
    return holders
  })

/** The first invariant that a call would break: below its bound, and made worse by this call. */
export const violated = (
  { invariants }: Policy,
  before: readonly number[],
  after: readonly number[],
): Refusal | undefined => {
  const broken = invariants.find((invariant, index) => {
    const now = after[index] ?? 0
    return now < invariant.atLeast && now < (before[index] ?? 0)
  })
  if (!broken) return undefined
  const { rule, status, code, text } = broken
  return { rule, status, code, text }
}
