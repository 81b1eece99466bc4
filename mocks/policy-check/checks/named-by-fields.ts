import type { OperationId } from '../../../src/generated/operations.ts'
import { contract } from '../../generated/contract.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { rolePlaceOf, type Reference, referencesOf } from '../../policy/call/references.ts'
import { pointer } from '../../shared/json-pointer.ts'
import { lookUp } from './look-up.ts'
import { any, entryRole, type Naming, namingOfRecorded } from './namings.ts'
import type { Spot, Spots } from './spot.ts'

/** Translates a field of `value` into one of `input`, by the key that the change is about. */
export const statedField = ({ key, each, input }: Spot, field: string): string => {
  const [root, ...path] = field.split('.')
  if (root !== 'value' || key === undefined) return field
  // A condition on a list's item is checked against the whole list.
  const part = each === undefined || input[key] === 'list' ? [] : [any]
  return ['input', key, ...part, ...path].join('.')
}

/** The reference at that place of the body or query. */
const referenceAt = (operation: OperationId, path: readonly string[]): Reference | undefined => {
  const at = pointer(...path)
  const found = ['reference', ['reference']].flatMap((leaf) => {
    const [input] = path.reduceRight<readonly Readonly<Record<string, unknown>>[]>(
      ([inner], key) => [{ [key]: inner ?? leaf }],
      [],
    )
    return referencesOf(operation, input)
  })
  const [reference] = found
    .filter(({ pointer: place }) => place === at || place === `${at}/0`)
    .toSorted((one, other) => Number(one.isKey === true) - Number(other.isKey === true))
  return reference
}

const namingOfStated = (
  policy: Policy,
  operation: OperationId,
  path: readonly string[],
): Naming | undefined => {
  const [key = ''] = path
  if (path.length === 1 && contract[operation].handsOut?.[key] === 'rights') return { of: 'right' }
  const reference = referenceAt(operation, path)
  if (reference === undefined) return undefined
  const { type, category, isKey } = reference
  switch (type) {
    case 'role': {
      if (category !== undefined) return entryRole(policy, category)
      const place = rolePlaceOf(policy, reference)
      return { of: 'role', places: place ? [place] : [] }
    }
    case 'grant':
      return { of: 'tick' }
    case 'team':
    case 'project':
    case 'permission':
    case 'kind':
      return isKey ? undefined : { of: type }
    case 'user':
      return { of: 'person' }
  }
}

const namingIn = (policy: Policy, field: string, spot: Spot): Naming | undefined => {
  const [root = '', ...path] = statedField(spot, field).split('.')
  return root === 'input'
    ? spot.operation && namingOfStated(policy, spot.operation, path)
    : namingOfRecorded(policy, root, path)
}

/** Whether the field can be other than null in the spot. */
const isThere = (spot: Spot, field: string): boolean =>
  'shape' in lookUp(spot, field) && !(field.startsWith('value') && spot.key === undefined)

/** What the texts in the field name; undefined for ordinary texts. */
export const namingOf = (policy: Policy, field: string, spots: Spots): Naming | undefined => {
  const namings = spots
    .flat()
    .filter((spot) => isThere(spot, field))
    .map((spot) => namingIn(policy, field, spot))
  const [first, ...others] = namings
  if (first?.of !== 'role') return others.every((one) => one?.of === first?.of) ? first : undefined
  const places = namings.map((one) => (one?.of === 'role' ? one.places : undefined))
  const all = places.flatMap((one) => one ?? [])
  if (places.includes(undefined)) return undefined
  return { of: 'role', places: places.some((one) => one?.length === 0) ? [] : all }
}
