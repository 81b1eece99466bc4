import { type Permits, permitsOf } from '../world/permits.ts'
import { inEntry } from '../world/roles.ts'
import { permitsOfAny, type Setting } from './path.ts'
import type { MemberRecord, RoleRecord } from '../language/records.ts'

type RoleLookUp = Pick<Setting, 'policy' | 'world'>

export const rolesOfEntry = (
  { policy, world }: RoleLookUp,
  { roles }: MemberRecord,
): readonly RoleRecord[] =>
  Object.entries(roles)
    .map(([category, key]) => world.role(key, inEntry(policy, category)))
    .filter((role) => role !== undefined)

/** The permissions of an entry's roles, rights and grants. */
export const permitsOfEntry = (setting: RoleLookUp, entry: MemberRecord): Permits => {
  const { rights = {} } = setting.policy
  const all = new Set<string>()
  for (const role of rolesOfEntry(setting, entry)) {
    for (const permission of permitsOf(role, entry.grants ?? {}).always) all.add(permission)
  }
  for (const [right, permission] of Object.entries(rights)) {
    if (entry.rights.some((one) => one === right)) all.add(permission)
  }
  return { always: all }
}

/** The cap of an entry for a team: of a member's permissions, those that the entry's roles contain too count. */
export const letThrough = (setting: RoleLookUp, entry: MemberRecord): ReadonlySet<string> =>
  permitsOfAny(rolesOfEntry(setting, entry)).always
