import { admissionsOf } from './admission.ts'
import type { DecidingUser } from '../sight/inquiry.ts'
import { keepsInvariants } from '../decide/invariants.ts'
import type { Judge } from '../language/judge.ts'
import type { Lack } from '../slots/need.ts'
import { type SlotChange, withChange } from '../slots/overlay.ts'
import type { Reader } from '../world/reader.ts'
import { inOrganization, inTeam, type RolePlace } from '../world/roles.ts'
import { rolesByReach } from '../world/roles-by-reach.ts'
import { roleInSlot } from '../slots/state.ts'
import type { Slot } from '../slots/slot.ts'
import { hasStanding } from '../world/standing.ts'
import type { World } from '../world/world.ts'

/** A change of who calls or whom a call names, and what it supplies. */
export interface Shift {
  change: SlotChange
  lack: Lack
}

const activation = (change: SlotChange): Shift => ({ change, lack: { slot: change.slot } })

const newRole = (slot: Slot, role: string): Shift => ({
  change: { slot, role },
  lack: { slot, role },
})

/** What could be changed of the person for the call to ask less. */
export const shiftsOf = (
  judge: Judge,
  world: World,
  { user, byRole, byStatus, byTeams }: DecidingUser,
  reader: Reader,
): readonly Shift[] => {
  const { policy } = judge
  const admissions = byStatus && !hasStanding(user) ? admissionsOf(judge, world, user, reader) : []
  const status = admissions.map(activation)
  const rolesFor = (slot: Slot, place: RolePlace): readonly Shift[] =>
    rolesByReach(world, place)
      .filter(({ key }) => key !== roleInSlot(world, slot)?.key)
      .map(({ key }) => newRole(slot, key))
      .filter(({ change }) => keepsInvariants(policy, world, user, withChange(user, change)))
  const roles = byRole ? rolesFor({ kind: 'organization_role', user }, inOrganization) : []
  const memberships = byTeams.flatMap((key) => {
    const team = world.team(key)
    return team ? rolesFor({ kind: 'team_role', user, team }, inTeam) : []
  })
  return [...status, ...roles, ...memberships]
}
