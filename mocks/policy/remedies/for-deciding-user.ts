import type { DecidingUser, Inquiry } from '../sight/inquiry.ts'
import type { Judge } from '../language/judge.ts'
import { type Shift, shiftsOf } from './deciding-user.ts'
import { overlay } from '../assignments/overlay.ts'
import type { Candidate, Plan } from './plan.ts'
import { allows, candidate, plansByRules } from './by-rules.ts'
import { mayBeTold } from '../sight/tellable.ts'
import type { World } from '../world/world.ts'

/** Plans that begin with a change of who calls or whom the call names. */
const plansAfter = (
  judge: Judge,
  world: World,
  inquiry: Inquiry,
  { change, missing }: Shift,
): readonly Plan[] => {
  const after = overlay(world, [change])
  const actor = after.user(inquiry.actor.id)
  const found = actor && inquiry.demandsIn?.(after, actor)
  if (!actor || !found || 'notOffered' in found) return []
  const { deciding: _, ...shifted } = { ...inquiry, actor, demands: found.demands }
  const rest: readonly Plan[] = allows(judge, world, inquiry, [change])
    ? [{ changes: [], unmet: [] }]
    : plansByRules(judge, after, shifted)
  return rest.map(({ changes, unmet }) => ({
    changes: [change, ...changes],
    // What the actor lacks comes first.
    unmet: [...unmet, missing],
  }))
}

/** Plans for a call of which it depends on somebody what it asks: what they are can change. */
export const plansForDeciding = (
  judge: Judge,
  world: World,
  inquiry: Inquiry,
  deciding: readonly DecidingUser[],
): readonly Candidate[] => {
  const own = plansByRules(judge, world, inquiry)
  const shifted = deciding
    .flatMap((one) => shiftsOf(judge, world, one, inquiry.reader))
    .filter(({ missing }) => mayBeTold(judge, inquiry.reader, missing))
    .flatMap((shift) => plansAfter(judge, world, inquiry, shift))
    .map((plan) => candidate(judge, world, inquiry, plan))
  return [...own, ...shifted]
}
