import { seenBy } from '../evaluate/evaluate.ts'
import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { Call } from '../call/call.ts'
import { type Demand } from '../decide/decide.ts'
import { isEnforcementPoint } from '../world/enforcement-point.ts'
import type { Resources } from '../world/resources.ts'
import type { Reader } from '../world/reader.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** Whether the demand covers a hand-out on a project that the reader may not see. */
export const isOnHidden = (
  reader: Reader,
  { handedOut, resources: { project } }: Demand,
): boolean =>
  handedOut !== undefined && typeof project === 'object' && !reader.sees('project', project)

/** Whether the reader knows that the person is in the team already. */
const isKnownToBeIn = (
  { world }: PolicyContext,
  reader: Reader,
  person: Resources['user'],
  team: string,
): boolean =>
  typeof person === 'object' &&
  reader.sees('user', person) &&
  Object.hasOwn(person.teams, world.team(team)?.key ?? team)

/** Whether the call may put somebody into a team, for all that the reader knows. */
const mayJoin = (
  context: PolicyContext,
  { operation, input, actor, resources: { user } }: Call,
  reader: Reader,
): boolean => {
  const stated = Object.entries(isRecord(input?.teams) ? input.teams : {})
  return (
    stated.some(([team, role]) => role !== null && !isKnownToBeIn(context, reader, user, team)) ||
    context.judge.policy.effects.some(({ on, do: done }) => {
      if (!on.includes(operation) || !('joinTeam' in done)) return false
      const joining = done.of === 'actor' ? actor : user
      return (
        !('key' in done.joinTeam) || !isKnownToBeIn(context, reader, joining, done.joinTeam.key)
      )
    })
  )
}

/**
 * Whether the call may hand out permissions on projects that the reader may not see: a person who joins a
 * team gets the permissions of the team's entries.
 */
export const mayHandOutUnseen = (context: PolicyContext, call: Call, reader: Reader): boolean => {
  const { user } = reader
  const { policy, hardened } = context.judge
  return (
    hardened &&
    policy.sources.project.from.some(({ through }) => through === 'entry') &&
    mayJoin(context, call, reader) &&
    !isEnforcementPoint(user) &&
    !seenBy(context, user).all('project')
  )
}
