import { together } from './combine.ts'
import { type Demand, evaluateDemand } from '../decide/decide.ts'
import type { Assessment } from '../sight/assessment.ts'
import type { Judge } from '../language/judge.ts'
import type { Option } from '../assignments/prerequisite.ts'
import { optionsOf } from './options.ts'
import type { AssignmentChange } from '../assignments/assignment.ts'
import { overlay } from '../assignments/overlay.ts'
import { type Candidate, type Plan, planOf } from './plan.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** Whether the rules would allow what is asked once the changes are made. */
export const allows = (
  judge: Judge,
  world: World,
  { actor: before, demands, demandsIn }: Assessment,
  changes: readonly AssignmentChange[],
): boolean => {
  const after = overlay(world, changes)
  const actor = after.user(before.id)
  if (!actor) return false
  const found = demandsIn ? demandsIn(after, actor) : { demands }
  if ('notOffered' in found) return false
  return found.demands.every((demand) => evaluateDemand(judge, after, actor, demand) === 'yes')
}

/**
 * Whether the changes allow the call, and no part of them does. What meets every prerequisite of an option
 * meets the demands that it was made of; it is tried where they may themselves change.
 */
const isSound = (judge: Judge, world: World, assessment: Assessment, { changes }: Plan): boolean =>
  (assessment.demandsIn === undefined || allows(judge, world, assessment, changes)) &&
  (changes.length === 1 ||
    changes.every((dropped) => {
      const rest = changes.filter((change) => change !== dropped)
      return !allows(judge, world, assessment, rest)
    }))

const optionsOfDemand = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  { rule, resources, handedOut }: Demand,
): readonly Option[] => {
  const context = { judge, world, actor, resources }
  return optionsOf(handedOut ? { ...context, handedOut } : context, rule.require)
}

/** A plan that is tried out when that is asked. */
export const candidate = (
  judge: Judge,
  world: World,
  assessment: Assessment,
  plan: Plan,
): Candidate => ({
  ...plan,
  isSound: () => isSound(judge, world, assessment, plan),
})

/** Plans that meet what the rules demand now. */
export const plansByRules = (
  judge: Judge,
  world: World,
  assessment: Assessment,
): readonly Candidate[] => {
  const { actor, demands, reader } = assessment
  const options = together(demands.map((demand) => optionsOfDemand(judge, world, actor, demand)))
  return options.flatMap((option) => {
    const plan = planOf(judge, world, reader, option)
    return plan ? [candidate(judge, world, assessment, plan)] : []
  })
}
