import type { Policy } from '../../policy/language/policy.ts'
import { comparisonsIn, valuesOf } from './conditions.ts'
import { namingOf } from './named-by-fields.ts'
import type { NamedRole } from './named-role.ts'

/** The roles that conditions compare fields with, unless the role may be a custom one. */
export const rolesInConditions = (policy: Policy): readonly NamedRole[] =>
  comparisonsIn(policy).flatMap((comparison): readonly NamedRole[] => {
    const { field, spots } = comparison
    const naming = namingOf(policy, field, spots)
    if (naming?.of !== 'role') return []
    const { places } = naming
    if (places.length === 0 && policy.customRoles) return []
    if (places.some(({ scope }) => scope === policy.customRoles)) return []
    return valuesOf(comparison).flatMap(({ at, value }) =>
      typeof value === 'string' ? [{ at, name: value, as: field, places }] : [],
    )
  })
