import { isRecord } from '../../src/core/base/kind-of.ts'
import type { Call } from './call.ts'
import { type Demand, evaluateDemand } from './decide.ts'
import { isEnforcementPoint } from './enforcement-point.ts'
import type { Inquiry } from './inquiry.ts'
import type { Judge } from './judge.ts'
import { overlay } from './overlay.ts'
import type { Plan } from './plan.ts'
import type { Policy } from './policy.ts'
import type { Reader } from './reader.ts'
import { strangers } from './seen.ts'
import type { World } from './world.ts'

/** Whether the demand is about a project that a call reaches without naming it, and that the reader may not see: one that hands something out there. */
export const isOnHidden = (reader: Reader, { handedOut, things: { project } }: Demand): boolean =>
  handedOut !== undefined && typeof project === 'object' && !reader.sees('project', project)

/** The inquiry without what is handed out on hidden projects: it reads the same whether there is any. */
export const withoutHiddenHandOuts = (inquiry: Inquiry): Inquiry => {
  const { reader, demands, demandsIn } = inquiry
  const isSeen = (demand: Demand): boolean => !isOnHidden(reader, demand)
  return {
    ...inquiry,
    demands: demands.filter(isSeen),
    demandsIn:
      demandsIn &&
      ((world, actor) => {
        const found = demandsIn(world, actor)
        return 'notOffered' in found ? found : { demands: found.demands.filter(isSeen) }
      }),
  }
}

/** Whether the call may put somebody into a team, whatever is so now. */
const mayJoin = ({ effects }: Policy, { operation, input }: Call): boolean =>
  Object.values(isRecord(input?.teams) ? input.teams : {}).some((role) => role !== null) ||
  effects.some((effect) => effect.on.includes(operation) && 'joinTeam' in effect.do)

/**
 * Whether the call may hand something out on a project that the reader may not see, because whoever
 * joins a team gets what its entries give there.
 */
export const mayHandOutUnseen = (
  judge: Judge,
  world: World,
  call: Call,
  { user }: Reader,
): boolean => {
  const { policy, hardened } = judge
  return (
    hardened &&
    policy.sources.project.from.some(({ through }) => through === 'entry') &&
    mayJoin(policy, call) &&
    !isEnforcementPoint(user) &&
    !judge.seenBy(world, user).all('project')
  )
}

/** Whether the plan does, whatever is handed out on a project that nobody has anything to do with. */
export const coversUnseen = (
  judge: Judge,
  world: World,
  { actor: before }: Inquiry,
  { changes }: Plan,
): boolean => {
  const after = overlay(world, changes)
  const everything: Demand = {
    action: 'anything',
    rule: judge.coversRuleOf('project'),
    things: strangers.project,
    isCall: true,
    handedOut: new Set(Object.keys(judge.policy.permissions)),
  }
  return evaluateDemand(judge, after, after.user(before.id) ?? before, everything) === 'yes'
}
