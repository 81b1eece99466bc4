import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import { contract, type ReferencePlace, type ReferenceType } from '../../generated/contract.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Policy } from '../language/policy.ts'
import { inEntry, inOrganization, inTeam, type RolePlace } from '../world/roles.ts'

export type { ReferenceType }

/** A reference in a body or query to a resource, permission, kind or grant. */
export interface Reference extends Pick<
  ReferencePlace,
  'isKey' | 'in' | 'as' | 'isContainer' | 'former'
> {
  /** JSON pointer into the body. */
  pointer: string
  type: ReferenceType
  reference: string
  /** For a role of an entry: its category. */
  category?: string
}

/** The body or the query of a call. */
export type CallInput = Readonly<Record<string, unknown>>

/** The places of references in the operation's body or query. */
export const referencePlacesOf = (operation: OperationId): readonly ReferencePlace[] =>
  contract[operation].references ?? []

/** A value in a body, with the keys that lead to it and the object that holds it. */
interface BodyValue {
  readonly steps: readonly (string | number)[]
  readonly value: unknown
  readonly around: CallInput
}

/** Follows the keys from `number` on, and adds the values where they lead. */
const find = (at: readonly string[], number: number, one: BodyValue, found: BodyValue[]): void => {
  const { steps, value } = one
  const key = at[number]
  if (key === undefined) found.push(one)
  else if (key === '*' && Array.isArray(value)) {
    const items: readonly unknown[] = value
    for (const [index, item] of items.entries()) {
      find(at, number + 1, { steps: [...steps, index], value: item, around: {} }, found)
    }
  } else if (isRecord(value)) {
    const names = key === '*' ? Object.keys(value) : Object.hasOwn(value, key) ? [key] : []
    for (const name of names) {
      find(at, number + 1, { steps: [...steps, name], value: value[name], around: value }, found)
    }
  }
}

/** The values that the body has at the place. */
export const foundAt = ({ at }: ReferencePlace, input: CallInput): readonly BodyValue[] => {
  const found: BodyValue[] = []
  find(at, 0, { steps: [], value: input, around: {} }, found)
  return found
}

const typeOf = ({ type, typeFrom, types }: ReferencePlace, around: CallInput) =>
  typeFrom === undefined ? type : types?.find((one) => one === around[typeFrom])

const readAt = (place: ReferencePlace, input: CallInput): readonly Reference[] =>
  foundAt(place, input).flatMap(({ steps, value, around }): readonly Reference[] => {
    const type = typeOf(place, around)
    if (type === undefined) return []
    const { isKey, in: where, isContainer, former } = place
    const as = asOf(place, type)
    const category = type === 'role' && where === 'project' ? String(steps.at(-1)) : undefined
    const named = {
      type,
      ...(isKey && { isKey }),
      ...(where && { in: where }),
      ...(category !== undefined && { category }),
      ...(as && { as }),
      ...(isContainer && { isContainer }),
      ...(former && { former }),
    }
    if (isKey) {
      const names = Object.keys(isRecord(value) ? value : {})
      return names.map((key) => ({ ...named, pointer: pointer(...steps, key), reference: key }))
    }
    return typeof value === 'string'
      ? [{ ...named, pointer: pointer(...steps), reference: value }]
      : []
  })

/** The call's name for the resource. If the body states the type beside the reference, that type decides. */
const asOf = ({ as, typeFrom }: ReferencePlace, type: ReferenceType): Reference['as'] => {
  if (typeFrom === undefined) return as
  return type === 'user' || type === 'team' || type === 'project' ? type : undefined
}

/** Every reference in the call's body or query. */
export const referencesOf = (operation: OperationId, input: CallInput | undefined) =>
  input ? referencePlacesOf(operation).flatMap((place) => readAt(place, input)) : []

/** The resources that a call of the operation can name in its body or query. */
export const namedInBody = (operation: OperationId): readonly NonNullable<Reference['as']>[] => [
  ...new Set([
    ...referencePlacesOf(operation).flatMap((place) =>
      [place.type ?? [], place.types ?? []].flat().flatMap((type) => asOf(place, type) ?? []),
    ),
    ...(contract[operation].asksAbout === undefined ? [] : (['user'] as const)),
  ]),
]

/** The place of the role that the reference assigns; undefined if it assigns none. */
export const rolePlaceOf = (
  policy: Policy,
  { type, in: where, category }: Reference,
): RolePlace | undefined => {
  if (type !== 'role' || where === undefined) return undefined
  if (where === 'organization') return inOrganization
  return where === 'team' ? inTeam : inEntry(policy, category ?? 'project')
}

/** Whether the referenced grant exists and can be ticked where the reference ticks it. */
export const isGrantOf = (
  { grants: known }: Policy,
  { reference, in: where }: Reference,
): boolean => {
  const grant = Object.hasOwn(known, reference) ? known[reference] : undefined
  return where !== undefined && grant?.in.some((one) => one === where) === true
}
