import type { AssignmentChange, RemedyCall } from '../assignments/assignment.ts'
import { overlay } from '../assignments/overlay.ts'
import type { Option } from '../assignments/prerequisite.ts'
import { bind } from '../decide/bind.ts'
import {
  contextOfDemand,
  decide,
  type Demand,
  demandsOfCall,
  evaluateDemand,
} from '../decide/decide.ts'
import { guardOfCall } from '../decide/guards.ts'
import type { MemberRecord, UserRecord } from '../language/records.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import { rolesByReach } from '../world/roles.ts'
import type { World } from '../world/world.ts'
import { optionsOf } from './options.ts'

/** A member with nothing. The id and the address match nobody's. */
const anybody: UserRecord = {
  id: 'anybody',
  sequence: 0,
  createdAt: '',
  email: 'anybody',
  name: '',
  type: 'human',
  status: 'active',
  teams: {},
  grants: {},
  paused: false,
}

/** An imagined user who may run a call, with their entries on projects. */
export interface StandIn {
  readonly user: UserRecord
  readonly entries: readonly MemberRecord[]
}

/** What gives the stand-in all that the option needs; undefined if it needs something of others. */
const changesFor = (world: World, option: Option): readonly AssignmentChange[] | undefined => {
  const changes: AssignmentChange[] = []
  for (const { assignment, fits, met } of option) {
    if (met) continue
    const { user, rolePlace } = assignment
    if (user?.id !== anybody.id) return undefined
    const role =
      rolePlace &&
      rolesByReach(world, rolePlace).find((one) => one.builtIn && (fits?.(one) ?? true))
    if (rolePlace && !role) return undefined
    changes.push({ assignment, ...(role && { role: role.key }) })
  }
  return changes
}

const changesToMeet = (
  context: PolicyContext,
  actor: UserRecord,
  demand: Demand,
): readonly AssignmentChange[] | undefined => {
  if (evaluateDemand(context, actor, demand) === 'yes') return []
  for (const option of optionsOf(contextOfDemand(context, actor, demand), demand.rule.require)) {
    const changes = changesFor(context.world, option)
    if (changes) return changes
  }
  return undefined
}

const standInWith = (
  { judge, world }: PolicyContext,
  actor: UserRecord,
  { operation, args }: Pick<RemedyCall, 'operation' | 'args'>,
): StandIn | undefined => {
  const found = demandsOfCall({ judge, world }, bind({ judge, world }, { actor, operation, args }))
  if ('notOffered' in found) return undefined
  const changes: AssignmentChange[] = []
  for (const demand of found.demands) {
    const needed = changesToMeet({ judge, world }, actor, demand)
    if (!needed) return undefined
    changes.push(...needed)
  }
  const after = { judge, world: overlay(world, changes) }
  const user = after.world.user(actor.id) ?? actor
  const call = bind(after, { actor: user, operation, args })
  if (decide(after, call) !== 'yes' || guardOfCall(after, call)) return undefined
  return { user, entries: [...after.world.entriesOf(user.id)] }
}

/**
 * Somebody who might run the call, whoever there is: with any role of the organization, and with whatever
 * else can be given to them. Depends on no user but those whom the call names.
 */
export const standInFor = (
  context: PolicyContext,
  call: Pick<RemedyCall, 'operation' | 'args'>,
): StandIn | undefined => {
  const actors: UserRecord[] = [anybody]
  for (const { builtIn, key, scope } of context.world.roles()) {
    if (builtIn && scope === 'organization') actors.push({ ...anybody, role: key })
  }
  for (const actor of actors) {
    const found = standInWith(context, actor, call)
    if (found) return found
  }
  return undefined
}
