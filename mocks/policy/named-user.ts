import { admissionsOf } from './admission.ts'
import type { NamedUser } from './inquiry.ts'
import { keepsInvariants } from './invariants.ts'
import type { Judge } from './judge.ts'
import type { Lack } from './need.ts'
import { type SlotChange, withChange } from './overlay.ts'
import { inOrganization } from './role-place.ts'
import type { Reader } from './reader.ts'
import { rolesByReach } from './roles-by-reach.ts'
import type { Slot } from './slot.ts'
import { hasStanding } from './standing.ts'
import type { UserRecord, World } from './world.ts'

/** A change of the user whom a call names, and what it supplies. */
export interface Shift {
  change: SlotChange
  lack: Lack
}

const activation = (change: SlotChange): Shift => ({ change, lack: { slot: change.slot } })

const newRole = (user: UserRecord, role: string): Shift => {
  const slot: Slot = { kind: 'organization_role', user }
  return { change: { slot, role }, lack: { slot, role } }
}

/** What could be changed of the named user for the call to ask less. */
export const shiftsOf = (
  judge: Judge,
  world: World,
  { user, byRole, byStatus }: NamedUser,
  reader: Reader,
): readonly Shift[] => {
  const { policy } = judge
  const admissions = byStatus && !hasStanding(user) ? admissionsOf(judge, world, user, reader) : []
  const status = admissions.map(activation)
  const isPossible = ({ change }: Shift): boolean =>
    change.role !== user.role && keepsInvariants(policy, world, user, withChange(user, change))
  const roles = byRole
    ? rolesByReach(world, inOrganization)
        .map(({ key }) => newRole(user, key))
        .filter(isPossible)
    : []
  return [...status, ...roles]
}
