import { grantsGiving, permissionsOf } from '../world/permits.ts'
import type { Slot } from './slot.ts'
import type { World } from '../world/world.ts'
import type { RoleRecord, UserRecord } from '../language/records.ts'

/** A slot, and what its role must do for the way to give a permission. */
export interface Want {
  slot: Slot
  /** Whether a role in the slot would do; left out for slots that hold no role. */
  fits?: (role: RoleRecord) => boolean
  /** Whether it is being in the slot's team that does it, whatever its role there. */
  joins?: true
  /** The grant by which the role would give it, ticked as well. */
  by?: string
}

/** Wants that only together do what is needed. */
export type Wants = readonly Want[]

/** A role in the slot that gives the permission by itself, or one that does with a box ticked as well. */
export const wantsOfRole = (
  slot: Slot,
  roles: readonly RoleRecord[],
  permission: string,
  box: (grant: string) => Slot,
): readonly Wants[] => {
  const has = (role: RoleRecord): boolean => permissionsOf(role).has(permission)
  const grants = new Set(roles.flatMap((role) => grantsGiving(role, permission)))
  return [
    ...(roles.some(has) ? [[{ slot, fits: has }]] : []),
    ...[...grants].map((grant): Wants => [
      { slot, fits: (role) => grantsGiving(role, permission).includes(grant), by: grant },
      { slot: box(grant) },
    ]),
  ]
}

/** What would make the organization role give the permission. */
export const wantsOfOrganizationRole = (
  world: World,
  user: UserRecord,
  permission: string,
): readonly Wants[] => {
  const roles = [...world.roles()].filter(({ scope }) => scope === 'organization')
  const slot: Slot = { kind: 'organization_role', user }
  return wantsOfRole(slot, roles, permission, (grant) => ({ kind: 'grant', user, grant }))
}
