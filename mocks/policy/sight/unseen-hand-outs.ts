import { seenBy } from '../evaluate/evaluate.ts'
import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { Call } from '../call/call.ts'
import { type Demand } from '../decide/decide.ts'
import { isEnforcementPoint } from '../world/enforcement-point.ts'
import type { Policy } from '../language/policy.ts'
import type { Reader } from '../world/reader.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** Whether the demand covers a hand-out on a project that the reader may not see. */
export const isOnHidden = (
  reader: Reader,
  { handedOut, resources: { project } }: Demand,
): boolean =>
  handedOut !== undefined && typeof project === 'object' && !reader.sees('project', project)

/** Whether the call may put somebody into a team. */
const mayJoin = ({ effects }: Policy, { operation, input }: Call): boolean =>
  Object.values(isRecord(input?.teams) ? input.teams : {}).some((role) => role !== null) ||
  effects.some((effect) => effect.on.includes(operation) && 'joinTeam' in effect.do)

/**
 * Whether the call may hand out permissions on projects that the reader may not see: a person who joins a
 * team gets the permissions of the team's entries.
 */
export const mayHandOutUnseen = (context: PolicyContext, call: Call, { user }: Reader): boolean => {
  const { policy, hardened } = context.judge
  return (
    hardened &&
    policy.sources.project.from.some(({ through }) => through === 'entry') &&
    mayJoin(policy, call) &&
    !isEnforcementPoint(user) &&
    !seenBy(context, user).all('project')
  )
}
