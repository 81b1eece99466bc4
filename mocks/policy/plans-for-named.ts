import type { Inquiry, NamedUser } from './inquiry.ts'
import type { Judge } from './judge.ts'
import { type Shift, shiftsOf } from './named-user.ts'
import { overlay, type SlotChange } from './overlay.ts'
import type { Plan } from './plan.ts'
import { allows, plansByRules } from './plans-by-rules.ts'
import type { World } from './world.ts'

/** Plans that begin with a change of the user whom the call names. */
const plansAfter = (
  judge: Judge,
  world: World,
  inquiry: Inquiry,
  { change, lack }: Shift,
): readonly Plan[] => {
  const after = overlay(world, [change])
  const actor = after.user(inquiry.actor.id)
  const found = actor && inquiry.demandsIn?.(after, actor)
  if (!actor || !found || 'notOffered' in found) return []
  const { named: _, ...shifted } = { ...inquiry, actor, demands: found.demands }
  const rest = allows(judge, world, inquiry, [change])
    ? [{ changes: [], unmet: [] }]
    : plansByRules(judge, after, shifted)
  return rest.map(({ changes, unmet }) => ({
    changes: [change, ...changes],
    unmet: [lack, ...unmet],
  }))
}

/** Plans for a call that names somebody: what stands in its way counts, and what they are can change. */
export const plansForNamed = (
  judge: Judge,
  world: World,
  inquiry: Inquiry,
  named: NamedUser,
): readonly Plan[] => {
  const own = plansByRules(judge, world, inquiry)
  const shifted = shiftsOf(judge, world, named).flatMap((shift) =>
    plansAfter(judge, world, inquiry, shift),
  )
  const passes = (changes: readonly SlotChange[]): boolean => {
    const after = overlay(world, changes)
    const actor = after.user(inquiry.actor.id)
    return (
      actor !== undefined &&
      allows(judge, world, inquiry, changes) &&
      !named.isGuarded(after, actor)
    )
  }
  const sound = [...own, ...shifted].filter(
    ({ changes }) =>
      passes(changes) &&
      changes.every((dropped) => !passes(changes.filter((change) => change !== dropped))),
  )
  // Where a guard stays whatever is changed, it says so by itself.
  return sound.length > 0 ? sound : own
}
