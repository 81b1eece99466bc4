import type { Policy } from '../../policy/policy.ts'
import { inEntry, inOrganization, inTeam, type RolePlace } from '../../policy/role-place.ts'
import { comparisonsIn } from './conditions.ts'
import type { NamedRole } from './role-names.ts'

/** Roles that conditions compare fields with. One that somebody may have made is not told from a misspelt one. */
export const rolesInConditions = (policy: Policy): readonly NamedRole[] =>
  comparisonsIn(policy).flatMap(({ at, field, value, key }): readonly NamedRole[] => {
    const places = typeof value === 'string' ? placesFor(policy, field, key) : undefined
    if (typeof value !== 'string' || places === undefined) return []
    if (places.length === 0 && policy.customRoles) return []
    if (places.some(({ scope }) => scope === policy.customRoles)) return []
    return [{ at, name: value, as: field, places }]
  })

/** Where the role is held that the field has; any place where none is given, undefined for no role's field. */
function placesFor(
  policy: Policy,
  field: string,
  key: string | undefined,
): readonly RolePlace[] | undefined {
  if (/^(?:user|actor|invitation|next)\.role$/.test(field)) return [inOrganization]
  if (/^(?:input|settings)\.(?:role|defaultRole)$/.test(field)) return []
  if (/^team\.defaultRole$/.test(field)) return [inTeam]
  if (/^(?:(?:user|actor|next|input)\.teams\.[^.]+|next\.roleInTeam)$/.test(field)) return [inTeam]
  const category = /^(?:member|next|input|value)\.roles\.(?<category>[^.]+)$/.exec(field)?.groups
  if (category?.category !== undefined) return [inEntry(policy, category.category)]
  if (field !== 'value') return undefined
  if (key === 'role') return [inOrganization]
  return key === 'teams' || key === 'defaultRole' ? [inTeam] : undefined
}
