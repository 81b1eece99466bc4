import { type Permits, permissionsOf, permitsOf } from './holding.ts'
import { inEntry } from './role-place.ts'
import type { Setting } from './way.ts'
import type { MemberRecord, RoleRecord } from './world.ts'

/** The roles that an entry names. */
const rolesOfEntry = ({ policy, world }: Setting, { roles }: MemberRecord): readonly RoleRecord[] =>
  Object.entries(roles).flatMap(
    ([category, key]) => world.role(key, inEntry(policy, category)) ?? [],
  )

/** What an entry's roles, rights and boxes permit. */
export const permitsOfEntry = (setting: Setting, entry: MemberRecord): Permits => {
  const { rights = {} } = setting.policy
  const [role, ...others] = rolesOfEntry(setting, entry)
  const grants = entry.grants ?? {}
  if (role && others.length === 0 && entry.rights.length === 0) return permitsOf(role, grants)
  const all = new Set<string>()
  for (const one of role ? [role, ...others] : []) {
    for (const permission of permitsOf(one, grants).always) all.add(permission)
  }
  for (const right of entry.rights) {
    const permission = rights[right]
    if (permission !== undefined) all.add(permission)
  }
  return { always: all }
}

/** What an entry's roles let through of what a person holds in its team. */
export const letThrough = (setting: Setting, entry: MemberRecord): ReadonlySet<string> => {
  const [role, ...others] = rolesOfEntry(setting, entry)
  if (!role) return new Set()
  return others.length === 0
    ? permissionsOf(role)
    : new Set([role, ...others].flatMap(({ permissions }) => permissions))
}
