import type { Assessment } from '../sight/assessment.ts'
import type { Judge } from '../language/judge.ts'
import { type Candidate, type Plan } from './plan.ts'
import { plansByRules } from './by-rules.ts'
import { plansForDeciding } from './for-deciding-user.ts'
import { coversUnseen, doesUnseen } from './unseen-plans.ts'
import type { World } from '../world/world.ts'

const reachOf = (world: World, { changes }: Plan): number =>
  changes.reduce((sum, { assignment: { rolePlace }, role = '' }) => {
    return sum + ((rolePlace && world.role(role, rolePlace))?.permissions.length ?? 0)
  }, 0)

/** The fewest changes first, and of as many those that give the least. */
export const smallestFirst = <Each extends Plan>(
  world: World,
  plans: readonly Each[],
): readonly Each[] =>
  plans
    .map((plan) => ({ plan, size: plan.changes.length, reach: reachOf(world, plan) }))
    .toSorted((one, other) => one.size - other.size || one.reach - other.reach)
    .map(({ plan }) => plan)

/**
 * Sets of changes that would meet what is asked, smallest first. They are not tried out yet: there can
 * be one for each of a thousand teams.
 */
export const plansFor = (
  judge: Judge,
  world: World,
  assessment: Assessment,
): readonly Candidate[] => {
  const { deciding } = assessment
  const plans = deciding
    ? plansForDeciding(judge, world, assessment, deciding)
    : plansByRules(judge, world, assessment)
  const does = plans.filter(
    (plan) =>
      (!assessment.unseen || doesUnseen(judge, world, assessment, plan)) &&
      (!assessment.handsOutUnseen || coversUnseen(judge, world, assessment, plan)),
  )
  return smallestFirst(world, does)
}
