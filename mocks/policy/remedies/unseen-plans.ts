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
import type { World } from '../world/world.ts'

/** Whether permissions show projects, and not membership alone. */
const isByPermission = ({ policy }: Judge): boolean => {
  const require = visibleKinds(policy).find(({ kind }) => kind === 'project')?.rule?.require
  return require !== undefined && leavesOf(require).some((leaf) => 'permission' in leaf)
}

/** Whether a change may show the person a resource of the type. */
const mayShow = (
  judge: Judge,
  actor: UserRecord,
  type: NamedType,
  { assignment }: AssignmentChange,
): boolean => {
  if (type !== 'project') return true
  if (assignment.user && assignment.user.id !== actor.id) return false
  return assignment.mayShowProjects(isByPermission(judge))
}

/** The demand with a resource that nobody has anything to do with in the place of each that is not seen. */
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
 * Whether the plan does, whatever the unseen resources are: it shows none of them, or allows the call about
 * any of them.
 */
export const doesUnseen = (
  judge: Judge,
  world: World,
  { actor: before, demands, unseen = [] }: Assessment,
  { changes }: Plan,
): boolean => {
  const isShown = unseen.some((type) =>
    changes.some((change) => mayShow(judge, before, type, change)),
  )
  if (!isShown) return true
  // What a role gives that is not seen, nobody can say.
  if (unseen.includes('role')) return false
  const after = overlay(world, changes)
  const actor = after.user(before.id) ?? before
  return demands.every(
    (demand) => evaluateDemand(judge, after, actor, aboutStrangers(demand)) === 'yes',
  )
}

/** Whether the plan does, whatever is handed out on a project that nobody has anything to do with. */
export const coversUnseen = (
  judge: Judge,
  world: World,
  { actor: before }: Assessment,
  { changes }: Plan,
): boolean => {
  const after = overlay(world, changes)
  const everything: Demand = {
    action: 'anything',
    rule: coversRuleOf(judge.policy, 'project'),
    resources: strangers.project,
    isCall: true,
    handedOut: new Set(Object.keys(judge.policy.permissions)),
  }
  return evaluateDemand(judge, after, after.user(before.id) ?? before, everything) === 'yes'
}
