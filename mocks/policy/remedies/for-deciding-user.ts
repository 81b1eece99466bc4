import type { DecidingUser, Assessment } from '../sight/assessment.ts'
import { type Shift, shiftsOf } from './deciding-user.ts'
import { overlay } from '../assignments/overlay.ts'
import type { Candidate, Plan } from './plan.ts'
import { allows, candidate, plansByRules } from './by-rules.ts'
import { mayDisclose } from '../sight/disclosure.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** The plans that begin with the change of a deciding user. */
const plansAfter = (
  context: PolicyContext,
  assessment: Assessment,
  { change, missing }: Shift,
): readonly Plan[] => {
  const { judge, world } = context
  const after = { judge, world: overlay(world, [change]) }
  const actor = after.world.user(assessment.actor.id)
  const found = actor && assessment.demandsIn?.(after.world, actor)
  if (!actor || !found || 'notOffered' in found) return []
  const { deciding: _, ...shifted } = { ...assessment, actor, demands: found.demands }
  const rest: readonly Plan[] = allows(context, assessment, [change])
    ? [{ changes: [], unmet: [] }]
    : plansByRules(after, shifted)
  return rest.map(({ changes, unmet }) => ({
    changes: [change, ...changes],
    // The caller's own prerequisites come first.
    unmet: [...unmet, missing],
  }))
}

/**
 * The plans for a call whose rules depend on a person, by the present rules or after a change of that
 * person.
 */
export const plansForDeciding = (
  context: PolicyContext,
  assessment: Assessment,
  deciding: readonly DecidingUser[],
): readonly Candidate[] => {
  const own = plansByRules(context, assessment)
  const shifted = deciding
    .flatMap((one) => shiftsOf(context, one, assessment.reader))
    .filter(({ missing }) => mayDisclose(context.judge, assessment.reader, missing))
    .flatMap((shift) => plansAfter(context, assessment, shift))
    .map((plan) => candidate(context, assessment, plan))
  return [...own, ...shifted]
}
