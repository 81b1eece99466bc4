import type { NamedUser } from './inquiry.ts'
import { keepsInvariants } from './invariants.ts'
import type { Judge } from './judge.ts'
import type { Need } from './need.ts'
import { type SlotChange, withChange } from './overlay.ts'
import { inOrganization } from './role-place.ts'
import { rolesByReach } from './roles-by-reach.ts'
import { hasStanding } from './standing.ts'
import type { World } from './world.ts'

/** A change of the user whom a call names, and the need that it meets. */
export interface Shift {
  change: SlotChange
  need: Need
}

const shiftOf = (change: SlotChange): Shift => {
  const { slot, role } = change
  const need = { slot, leaf: { nothing: true } as const, permission: undefined, met: false }
  return { change, need: role === undefined ? need : { ...need, role } }
}

/** What could be changed of the named user for the call to ask less, or to meet no guard. */
export const shiftsOf = (
  { policy }: Judge,
  world: World,
  { user, byRole }: NamedUser,
): readonly Shift[] => {
  const status = hasStanding(user) ? [] : [shiftOf({ slot: { kind: 'status', user } })]
  const roles = byRole ? rolesByReach(world, inOrganization) : []
  const others = roles
    .filter(({ key }) => key !== user.role)
    .map(({ key }): SlotChange => ({ slot: { kind: 'organization_role', user }, role: key }))
    .filter((change) => keepsInvariants(policy, world, user, withChange(user, change)))
  return [...status, ...others.map(shiftOf)]
}
