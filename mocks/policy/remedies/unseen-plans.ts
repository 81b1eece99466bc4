import { coversRuleOf } from '../decide/hardened.ts'
import { type Demand, evaluateDemand } from '../decide/decide.ts'
import type { Assessment } from '../sight/assessment.ts'
import type { Judge } from '../language/judge.ts'
import type { AssignmentChange } from '../assignments/assignment.ts'
import { overlay } from '../assignments/overlay.ts'
import type { Plan } from './plan.ts'
import type { UserRecord } from '../language/records.ts'
import { leavesOf } from '../language/requirement.ts'
import { strangers } from '../evaluate/strangers.ts'
import { type NamedType, unresolved } from '../world/resources.ts'
import { visibleKinds } from '../evaluate/visible-kinds.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** Whether a permission can show projects, and not membership alone. */
const isByPermission = ({ policy }: Judge): boolean => {
  const require = visibleKinds(policy).find(({ kind }) => kind === 'project')?.rule?.require
  return require !== undefined && leavesOf(require).some((leaf) => 'permission' in leaf)
}

/** Whether the change may show projects to the person. */
const mayShowProjects = (
  judge: Judge,
  actor: UserRecord,
  { assignment }: AssignmentChange,
): boolean => {
  if (assignment.user && assignment.user.id !== actor.id) return false
  return assignment.mayShowProjects(isByPermission(judge))
}

/** The demand with each unresolved resource replaced by one that nobody has anything to do with. */
const aboutStrangers = (demand: Demand): Demand => {
  const { user, team, project, destination } = demand.resources
  return {
    ...demand,
    resources: {
      ...demand.resources,
      ...(user === unresolved && strangers.user),
      ...(team === unresolved && strangers.team),
      ...(project === unresolved && strangers.project),
      ...(destination === unresolved && { destination: strangers.project.project }),
    },
  }
}

/**
 * Whether the plan works whatever the unseen resources are: it reveals none of them, or allows the call
 * on any.
 */
export const doesUnseen = (
  { judge, world }: PolicyContext,
  { actor: before, demands, unseen = [] }: Assessment,
  { changes }: Plan,
): boolean => {
  const mayShow = (type: NamedType, change: AssignmentChange): boolean =>
    type !== 'project' || mayShowProjects(judge, before, change)
  const isShown = unseen.some((type) => changes.some((change) => mayShow(type, change)))
  if (!isShown) return true
  // The permissions of an unseen role are unknown.
  if (unseen.includes('role')) return false
  const after = { judge, world: overlay(world, changes) }
  const actor = after.world.user(before.id) ?? before
  return demands.every((demand) => evaluateDemand(after, actor, aboutStrangers(demand)) === 'yes')
}

/** Whether the plan works whatever is handed out on a project that the person has nothing to do with. */
export const coversUnseen = (
  { judge, world }: PolicyContext,
  { actor: before }: Assessment,
  { changes }: Plan,
): boolean => {
  const after = { judge, world: overlay(world, changes) }
  const everything: Demand = {
    action: 'anything',
    rule: coversRuleOf(judge.policy, 'project'),
    resources: strangers.project,
    isCall: true,
    handedOut: new Set(Object.keys(judge.policy.permissions)),
  }
  return evaluateDemand(after, after.world.user(before.id) ?? before, everything) === 'yes'
}
