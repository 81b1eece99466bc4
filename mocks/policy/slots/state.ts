import { organizationRoleOf, roleIn } from '../world/permits.ts'
import { placeOfEntryRole, type Slot } from './slot.ts'
import { hasStanding } from '../world/standing.ts'
import type { Want } from './want.ts'
import type { World } from '../world/world.ts'
import type { MemberRecord, ProjectRecord, RoleRecord, UserRecord } from '../language/records.ts'

/** The user's own entry on the project. */
export const ownEntry = (
  world: World,
  user: UserRecord,
  project: ProjectRecord,
): MemberRecord | undefined => {
  for (const entry of world.entriesOf(user.id)) {
    if (entry.project === project.key && entry.subject.type === 'user') return entry
  }
  return undefined
}

/** The role that a slot holds now; undefined for one that is empty or holds no role. */
export const roleInSlot = (world: World, slot: Slot): RoleRecord | undefined => {
  switch (slot.kind) {
    case 'team_role':
      return roleIn(world, slot.user, slot.team.key)
    case 'organization_role':
      return organizationRoleOf(world, slot.user)
    case 'entry_role': {
      const key = ownEntry(world, slot.user, slot.project)?.roles[slot.category]
      return key === undefined ? undefined : world.role(key, placeOfEntryRole(slot))
    }
    default:
      return undefined
  }
}

const isSet = (world: World, slot: Slot): boolean => {
  switch (slot.kind) {
    case 'grant':
      return Object.hasOwn(slot.user.grants, slot.grant)
    case 'entry_right':
      return ownEntry(world, slot.user, slot.project)?.rights.includes(slot.right) === true
    case 'entry_grant':
      return Object.hasOwn(ownEntry(world, slot.user, slot.project)?.grants ?? {}, slot.grant)
    case 'status':
      return hasStanding(slot.user)
    case 'entry_status':
      return world.member(slot.entry.id)?.status === 'accepted'
    case 'feature':
      return world.organization.plan.features.includes(slot.feature)
    default:
      return false
  }
}

/** Whether the slot holds what is wanted of it now. */
export const isMet = (world: World, { slot, fits }: Want): boolean => {
  if (!fits) return isSet(world, slot)
  const role = roleInSlot(world, slot)
  return role !== undefined && fits(role)
}
