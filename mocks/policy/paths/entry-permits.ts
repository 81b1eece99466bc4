import { type Permits, permitsOf } from '../world/permits.ts'
import { inEntry } from '../world/roles.ts'
import { permitsOfAny, type Setting } from './path.ts'
import type { MemberRecord, RoleRecord } from '../language/records.ts'

/** Where the roles that an entry names are looked up. */
type Sources = Pick<Setting, 'policy' | 'world'>

/** The roles that an entry names. */
const rolesOfEntry = ({ policy, world }: Sources, { roles }: MemberRecord): readonly RoleRecord[] =>
  Object.entries(roles)
    .map(([category, key]) => world.role(key, inEntry(policy, category)))
    .filter((role) => role !== undefined)

/** What an entry's roles, rights and boxes permit. */
export const permitsOfEntry = (setting: Sources, entry: MemberRecord): Permits => {
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

/** What an entry's roles let through of what a person holds in its team. */
export const letThrough = (setting: Sources, entry: MemberRecord): ReadonlySet<string> =>
  permitsOfAny(rolesOfEntry(setting, entry)).always
