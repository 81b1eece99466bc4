import { together } from './combine.ts'
import { contextOfDemand, type Demand, evaluateDemand } from '../decide/decide.ts'
import type { Assessment } from '../sight/assessment.ts'
import type { Option } from '../assignments/prerequisite.ts'
import { optionsOf } from './options.ts'
import type { AssignmentChange } from '../assignments/assignment.ts'
import { overlay } from '../assignments/overlay.ts'
import { type Candidate, type Plan, planOf } from './plan.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { UserRecord } from '../language/records.ts'

/** Whether the rules allow the question once the changes are made. */
export const allows = (
  { judge, world }: PolicyContext,
  { actor: before, demands, demandsIn }: Assessment,
  changes: readonly AssignmentChange[],
): boolean => {
  const after = { judge, world: overlay(world, changes) }
  const actor = after.world.user(before.id)
  if (!actor) return false
  const found = demandsIn ? demandsIn(after.world, actor) : { demands }
  if ('notOffered' in found) return false
  return found.demands.every((demand) => evaluateDemand(after, actor, demand) === 'yes')
}

/**
 * Whether the changes allow the call, and no part of them does. Changes that meet an option's prerequisites
 * meet the demands that it was made for, so all of them are tried only if the demands themselves may change.
 */
const isSound = (context: PolicyContext, assessment: Assessment, { changes }: Plan): boolean =>
  (assessment.demandsIn === undefined || allows(context, assessment, changes)) &&
  (changes.length === 1 ||
    changes.every((dropped) => {
      const rest = changes.filter((change) => change !== dropped)
      return !allows(context, assessment, rest)
    }))

const optionsOfDemand = (
  context: PolicyContext,
  actor: UserRecord,
  demand: Demand,
): readonly Option[] => optionsOf(contextOfDemand(context, actor, demand), demand.rule.require)

/** A plan that `isSound` tries out. */
export const candidate = (
  context: PolicyContext,
  assessment: Assessment,
  plan: Plan,
): Candidate => ({
  ...plan,
  isSound: () => isSound(context, assessment, plan),
})

/** The plans that meet the present demands. */
export const plansByRules = (
  context: PolicyContext,
  assessment: Assessment,
): readonly Candidate[] => {
  const { actor, demands, reader } = assessment
  const options = together(demands.map((demand) => optionsOfDemand(context, actor, demand)))
  return options.flatMap((option) => {
    const plan = planOf(context, reader, option)
    return plan ? [candidate(context, assessment, plan)] : []
  })
}
