import type { Assessment } from '../sight/assessment.ts'
import { gainsBeyond } from './gains.ts'
import { type Candidate, type Plan } from './plan.ts'
import { plansByRules } from './by-rules.ts'
import { plansForDeciding } from './for-deciding-user.ts'
import { coversUnseen, doesUnseen } from './unseen-plans.ts'
import type { World } from '../world/world.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { Reader } from '../world/reader.ts'

const reachOf = (world: World, { changes }: Plan): number =>
  changes.reduce((sum, { assignment: { rolePlace }, role = '' }) => {
    return sum + ((rolePlace && world.role(role, rolePlace))?.permissions.length ?? 0)
  }, 0)

/** The most plans of which the gains are compared. There can be a plan for each of a thousand teams. */
const mostWeighed = 50

/**
 * Sorts plans by the number of changes, then by the widest place in which they give more than the call
 * needs, then by the number of permissions that they give beyond it, then by that of their roles.
 */
export const smallestFirst = <Each extends Plan>(
  context: PolicyContext,
  reader: Reader,
  plans: readonly Each[],
): readonly Each[] => {
  if (plans.length < 2) return plans
  const sized = plans
    .map((plan) => ({ plan, size: plan.changes.length, reach: reachOf(context.world, plan) }))
    .toSorted((one, other) => one.size - other.size || one.reach - other.reach)
  const sizes = Map.groupBy(sized.slice(0, mostWeighed), ({ size }) => size)
  const weighed = [...sizes.values()].flatMap((alike) =>
    alike.length < 2
      ? alike
      : alike
          .map((one) => ({ ...one, gain: gainOf(context, reader, one.plan) }))
          .toSorted(
            (one, other) => one.gain.width - other.gain.width || one.gain.size - other.gain.size,
          ),
  )
  return [...weighed, ...sized.slice(mostWeighed)].map(({ plan }) => plan)
}

/** The places of gains, from the narrowest. */
const places = ['project', 'team', 'organization']

/** What the plan gives beyond the call: the widest place, and the number of permissions. */
const gainOf = (context: PolicyContext, reader: Reader, plan: Plan) => {
  const gains = gainsBeyond(context, reader, plan)
  return {
    width: Math.max(
      -1,
      ...gains.map(({ where }) => places.indexOf(where.resource(context.world).type)),
    ),
    size: gains.reduce((sum, { permissions }) => sum + permissions.length, 0),
  }
}

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
  return smallestFirst(context, assessment.reader, does)
}
