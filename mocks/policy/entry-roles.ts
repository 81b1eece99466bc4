import { gives, type Holding } from './holding.ts'
import { inEntry } from './role-place.ts'
import type { Setting } from './way.ts'
import type { MemberRecord, RoleRecord } from './world.ts'

/** The roles that an entry names. */
export const rolesOfEntry = (
  { policy, world }: Setting,
  { roles }: MemberRecord,
): readonly RoleRecord[] =>
  Object.entries(roles).flatMap(
    ([category, key]) => world.role(key, inEntry(policy, category)) ?? [],
  )

const givenByRights = ({ policy }: Setting, entry: MemberRecord, permission: string): boolean =>
  entry.rights.some((right) => policy.rights?.[right] === permission)

/** Whether an entry's roles, rights or boxes give the permission. */
export const givenByEntry = (setting: Setting, entry: MemberRecord, permission: string): boolean =>
  givenByRights(setting, entry, permission) ||
  rolesOfEntry(setting, entry).some((role) => {
    const holding: Holding = { role, grants: entry.grants ?? {} }
    return gives(holding, permission, setting.things.artifact)
  })
