import { admissionsOf } from './admission.ts'
import type { DecidingUser } from './inquiry.ts'
import { keepsInvariants } from './invariants.ts'
import type { Judge } from './judge.ts'
import type { Lack } from './need.ts'
import { type SlotChange, withChange } from './overlay.ts'
import type { Reader } from './reader.ts'
import { inOrganization, inTeam, type RolePlace } from './role-place.ts'
import { rolesByReach } from './roles-by-reach.ts'
import { roleInSlot } from './slot-state.ts'
import type { Slot } from './slot.ts'
import { hasStanding } from './standing.ts'
import type { World } from './world.ts'

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
