import type { Assessment } from '../sight/assessment.ts'
import { type Candidate, type Plan } from './plan.ts'
import { plansByRules } from './by-rules.ts'
import { plansForDeciding } from './for-deciding-user.ts'
import { coversUnseen, doesUnseen } from './unseen-plans.ts'
import type { World } from '../world/world.ts'
import type { PolicyContext } from '../world/policy-context.ts'

const reachOf = (world: World, { changes }: Plan): number =>
  changes.reduce((sum, { assignment: { rolePlace }, role = '' }) => {
    return sum + ((rolePlace && world.role(role, rolePlace))?.permissions.length ?? 0)
  }, 0)

/** Sorts plans by the number of changes, then by the number of permissions that they give. */
export const smallestFirst = <Each extends Plan>(
  world: World,
  plans: readonly Each[],
): readonly Each[] =>
  plans
    .map((plan) => ({ plan, size: plan.changes.length, reach: reachOf(world, plan) }))
    .toSorted((one, other) => one.size - other.size || one.reach - other.reach)
    .map(({ plan }) => plan)

/**
 * The plans that would allow the question, smallest first. None is tried out yet: there can be one per
 * team.
 */
export const plansFor = (context: PolicyContext, assessment: Assessment): readonly Candidate[] => {
  const { deciding } = assessment
  const plans = deciding
    ? plansForDeciding(context, assessment, deciding)
    : plansByRules(context, assessment)
  const does = plans.filter(
    (plan) =>
      (!assessment.unseen || doesUnseen(context, assessment, plan)) &&
      (!assessment.handsOutUnseen || coversUnseen(context, assessment, plan)),
  )
  return smallestFirst(context.world, does)
}
