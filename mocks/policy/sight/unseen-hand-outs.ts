import { seenBy } from '../evaluate/evaluate.ts'
import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { Call } from '../call/call.ts'
import { type Demand } from '../decide/decide.ts'
import { isEnforcementPoint } from '../world/enforcement-point.ts'
import type { Judge } from '../language/judge.ts'
import type { Policy } from '../language/policy.ts'
import type { Reader } from '../world/reader.ts'
import type { World } from '../world/world.ts'

/** Whether the demand is about a project that a call reaches without naming it, and that the reader may not see: one that hands something out there. */
export const isOnHidden = (
  reader: Reader,
  { handedOut, resources: { project } }: Demand,
): boolean =>
  handedOut !== undefined && typeof project === 'object' && !reader.sees('project', project)

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
    !seenBy(judge, world, user).all('project')
  )
}
