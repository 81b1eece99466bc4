import type { DecidingUser, Assessment } from '../sight/assessment.ts'
import type { Judge } from '../language/judge.ts'
import { type Shift, shiftsOf } from './deciding-user.ts'
import { overlay } from '../assignments/overlay.ts'
import type { Candidate, Plan } from './plan.ts'
import { allows, candidate, plansByRules } from './by-rules.ts'
import { mayDisclose } from '../sight/disclosure.ts'
import type { World } from '../world/world.ts'

/** Plans that begin with a change of who calls or whom the call names. */
const plansAfter = (
  judge: Judge,
  world: World,
  assessment: Assessment,
  { change, missing }: Shift,
): readonly Plan[] => {
  const after = overlay(world, [change])
  const actor = after.user(assessment.actor.id)
  const found = actor && assessment.demandsIn?.(after, actor)
  if (!actor || !found || 'notOffered' in found) return []
  const { deciding: _, ...shifted } = { ...assessment, actor, demands: found.demands }
  const rest: readonly Plan[] = allows(judge, world, assessment, [change])
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
  assessment: Assessment,
  deciding: readonly DecidingUser[],
): readonly Candidate[] => {
  const own = plansByRules(judge, world, assessment)
  const shifted = deciding
    .flatMap((one) => shiftsOf(judge, world, one, assessment.reader))
    .filter(({ missing }) => mayDisclose(judge, assessment.reader, missing))
    .flatMap((shift) => plansAfter(judge, world, assessment, shift))
    .map((plan) => candidate(judge, world, assessment, plan))
  return [...own, ...shifted]
}
