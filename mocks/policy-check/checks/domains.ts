import { operationsOn } from '../../generated/contract.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { isHeldIn } from '../../policy/world/roles.ts'
import { lookUp } from './look-up.ts'
import { mayBeNull } from './may-be-null.ts'
import { namingOf } from './named-by-fields.ts'
import type { Spot, Spots } from './spot.ts'
import { type Domain, type DomainOf, open } from './truth.ts'

/** The values that each field can have in these spots. */
export const domainsIn =
  (policy: Policy, spots: Spots): DomainOf =>
  (field) => {
    const all = spots.flat().map((spot) => domainIn(policy, spot, field))
    if (all.length === 0) return open
    const values = all.map((one) => one.values)
    return {
      mayBeNull: all.some((one) => one.mayBeNull),
      isList: all.some(({ isList }) => isList),
      ...(!values.includes(undefined) && { values: values.flatMap((one) => one ?? []) }),
    }
  }

function domainIn(policy: Policy, spot: Spot, field: string): Domain {
  const found = lookUp(spot, field)
  // A field that is not bound counts as null.
  if (!('shape' in found)) return { mayBeNull: true, isList: false, values: [] }
  const { shape } = found
  const values = shape === 'flag' ? [true, false] : Array.isArray(shape) ? shape : undefined
  const naming = namingOf(policy, field, [[spot]])
  const known = values ?? (naming && valuesOfNaming(policy, field, naming))
  return {
    mayBeNull: mayBeNull(spot, field),
    // A field of any shape may hold a list.
    isList: shape === 'list' || (shape === 'any' && naming === undefined),
    ...(known && { values: known }),
  }
}

function valuesOfNaming(
  policy: Policy,
  field: string,
  naming: NonNullable<ReturnType<typeof namingOf>>,
): Domain['values'] {
  const { roles, customRoles, changes, kinds } = policy
  if (naming.of === 'tick') return [true]
  if (naming.of === 'kind') return Object.keys(kinds)
  // A body may also state `true` for the default role.
  if (naming.of !== 'role' || /^(?:input|value)\b/.test(field)) return undefined
  if (customRoles || Object.hasOwn(changes, operationsOn.role.create)) return undefined
  const { places } = naming
  return roles
    .filter((role) => places.length === 0 || places.some((place) => isHeldIn(role, place)))
    .map(({ key }) => key)
}
