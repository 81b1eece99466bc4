import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import { inputFields } from '../../generated/input-fields.ts'
import { pointer } from '../../shared/json-pointer.ts'
import { memo } from '../../shared/memo.ts'
import { lowerCase } from '../../shared/lower-case.ts'
import { type CallInput, foundAt, type Reference, referencePlacesOf } from './references.ts'
import type { World } from '../world/world.ts'

/** A reference, and the name that conditions have for its resource. */
interface NamedReference {
  reference: Reference
  name: string
}

/** The name that policies have for the resource: a person's address, else its key; undefined if it has no key. */
const nameOf = (world: World, { type, reference }: Reference): string | undefined => {
  switch (type) {
    case 'user':
      return (world.user(reference) ?? world.former(reference))?.email
    case 'team':
    case 'role':
    case 'project':
      return world[type](reference)?.key
    case 'permission':
    case 'kind':
    case 'grant':
      return undefined
  }
}

/** A copy with some values and keys replaced, each by its JSON pointer. */
const renamed = (
  value: unknown,
  at: string,
  values: ReadonlyMap<string, string>,
  keys: ReadonlyMap<string, string>,
): unknown => {
  if (!isRecord(value)) return values.get(at) ?? value
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    const place = at + pointer(key)
    const name = keys.get(place) ?? key
    // A body that names a resource both by key and by id keeps both entries.
    const isTwice = name !== key && Object.hasOwn(value, name)
    return [isTwice ? key : name, renamed(item, place, values, keys)]
  })
  return Object.fromEntries(entries)
}

/** The fields and places of a body that may hold an e-mail address. */
const addressPlaces = memo((operation: OperationId) => ({
  keys: Object.entries(inputFields[operation]).flatMap(([field, shape]) =>
    shape === 'email' ? [field] : [],
  ),
  places: referencePlacesOf(operation).flatMap((place) => {
    const { typeFrom } = place
    return typeFrom === undefined ? [] : [{ place, typeFrom }]
  }),
}))

/**
 * The body's e-mail addresses in lower case, by JSON pointer: fields that the document declares as
 * addresses, and references whose type is stated as `email` beside them.
 */
const addressesIn = (operation: OperationId, input: CallInput): readonly [string, string][] => {
  const { keys, places } = addressPlaces(operation)
  const named = keys.map((key): [string, unknown] => [pointer(key), input[key]])
  for (const { place, typeFrom } of places) {
    for (const { steps, value, around } of foundAt(place, input)) {
      if (around[typeFrom] === 'email') named.push([pointer(...steps), value])
    }
  }
  return named.flatMap(([at, text]): [string, string][] =>
    typeof text === 'string' ? [[at, lowerCase(text)]] : [],
  )
}

/**
 * The body or query with ids replaced by the names that policies use. Otherwise a caller could evade a
 * condition on a role's key by stating the role's id. `known` are the references that the caller may see.
 */
export const statedIn = (
  world: World,
  operation: OperationId,
  input: CallInput | undefined,
  known: readonly Reference[],
): CallInput | undefined => {
  if (input === undefined) return undefined
  const named = known.flatMap((reference): NamedReference[] => {
    const name = nameOf(world, reference)
    return name === undefined || name === reference.reference ? [] : [{ reference, name }]
  })
  const entries = (isKey: boolean): readonly [string, string][] =>
    named.flatMap(({ reference, name }): [string, string][] =>
      (reference.isKey === true) === isKey ? [[reference.pointer, name]] : [],
    )
  const addresses = addressesIn(operation, input)
  if (addresses.length === 0 && named.length === 0) return input
  const values = new Map([...addresses, ...entries(false)])
  const keys = new Map(entries(true))
  const stated = renamed(input, '', values, keys)
  return isRecord(stated) ? stated : input
}
