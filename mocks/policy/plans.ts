import type { Inquiry } from './inquiry.ts'
import type { Judge } from './judge.ts'
import { type Plan, placeOf } from './plan.ts'
import { plansByRules } from './plans-by-rules.ts'
import { plansForNamed } from './plans-for-named.ts'
import { slotKey } from './slot.ts'
import type { World } from './world.ts'

const slotsOf = ({ changes }: Plan): string =>
  changes
    .map(({ slot }) => slotKey(slot))
    .toSorted()
    .join()

const reachOf = (world: World, { changes }: Plan): number =>
  changes.reduce((sum, { slot, role = '' }) => {
    const place = placeOf(slot)
    return sum + ((place && world.role(role, place))?.permissions.length ?? 0)
  }, 0)

/** Of several plans that change the same memberships, the one that gives the least. */
const leastOfEach = (world: World, plans: readonly Plan[]): readonly Plan[] => {
  const least = new Map<string, Plan>()
  for (const plan of plans) {
    const slots = slotsOf(plan)
    const rival = least.get(slots)
    if (!rival || reachOf(world, plan) < reachOf(world, rival)) least.set(slots, plan)
  }
  return [...least.values()]
}

/** Every smallest set of changes that would allow what is asked: the fewest first, and the least of those. */
export const plansFor = (judge: Judge, world: World, inquiry: Inquiry): readonly Plan[] => {
  const { named } = inquiry
  const plans = named
    ? plansForNamed(judge, world, inquiry, named)
    : plansByRules(judge, world, inquiry)
  return leastOfEach(world, plans).toSorted(
    (one, other) =>
      one.changes.length - other.changes.length || reachOf(world, one) - reachOf(world, other),
  )
}
