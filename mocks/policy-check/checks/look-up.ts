import { fieldPath, shapeAmong, shapeOfRecorded } from '../../policy/call/field-path.ts'
import { binds } from '../../policy/call/places.ts'
import { resourceNames } from '../../policy/world/resources.ts'
import { derived } from '../../policy/language/derived-fields.ts'
import { recorded } from '../../policy/language/recorded-fields.ts'
import type { Shape } from '../../policy/language/shape.ts'
import type { Spot, Spots } from './spot.ts'

const isResource = (root: string): boolean => resourceNames.some((name) => name === root)

/** What a field of `next` depends on: a resource that the call names, or a key that it states. */
const sources: Readonly<Record<string, readonly [resource: string, key: string]>> = {
  role: ['user', 'role'],
  roles: ['member', 'roles'],
  teams: ['user', 'teams'],
  roleInTeam: ['user', 'teams'],
}

/** Why the spot does not bind the root of a field; undefined if it does. */
const unboundRoot = ({ place, by, called, ...spot }: Spot, root: string, name: string) => {
  const isBound = binds(place, root)
  if (isResource(root))
    return isBound && spot.resources.has(root) ? undefined : `${by} names no ${root}`
  if (root === 'value') {
    if (isBound && spot.value) return undefined
    return 'only the change of one key has a value: guard the action that the key asks, or compare input'
  }
  if (root === 'input' && isBound) {
    return Object.keys(spot.input).length > 0 ? undefined : `${by} takes no body or query`
  }
  if (root === 'actor' && isBound) return called ? undefined : `nobody calls ${by}`
  if (root === 'next' && isBound) {
    const [resource, key] = sources[name] ?? ['', '']
    return resource === '' || spot.resources.has(resource) || Object.hasOwn(spot.input, key)
      ? undefined
      : `${by} states no ${key} and names no ${resource}`
  }
  if (isBound) return undefined
  if (!binds('change', root)) return `there is no ${root}`
  return place === 'source'
    ? 'a source has no call, and says by what it goes through whom it is for'
    : `${by} is not a call`
}

/** The shape of a field in a spot, or why it is not bound there. */
export type FieldLookUp = { readonly shape: Shape } | { readonly why: string }

/** Looks a field up in a spot. */
export const lookUp = (spot: Spot, field: string): FieldLookUp => {
  const path = fieldPath(field)
  const [name = ''] = path.path
  for (const root of path.roots) {
    const why = unboundRoot(spot, root, name)
    if (why !== undefined) return { why }
  }
  const { root } = path
  const rest = path.path.join('.')
  const shape =
    root === 'input'
      ? shapeAmong(spot.input, rest)
      : root === 'value'
        ? shapeAmong(spot.value ?? {}, field)
        : shapeOfRecorded(path)
  if (shape !== undefined) return { shape }
  const why = root === 'input' ? `${spot.by} takes no ${rest}` : `there is no field "${field}"`
  return { why }
}

const namesOf = (table: Readonly<Record<string, object>>): readonly string[] =>
  Object.entries(table).flatMap(([root, names]) =>
    Object.keys(names).map((name) => `${root}.${name}`),
  )

/** Every field that is bound in the spots. */
export const fieldsBoundIn = (spots: Spots): readonly string[] => {
  const [first = []] = spots
  const stated = first.flatMap(({ input, value = {} }) => [
    ...Object.keys(input).map((name) => `input.${name}`),
    ...Object.keys(value),
  ])
  const all = [...namesOf(recorded), ...namesOf(derived), ...new Set(stated)]
  return all.filter((field) => whyUnbound(spots, field) === undefined)
}

/** A spot that does not bind a field, and why. */
export interface Unbound {
  readonly spot: Spot
  readonly why: string
}

/**
 * The spot that fails to bind a field, if any. Of several calls that ask the same action, it is enough
 * that one binds the field: in the others it counts as null. A field of `value` must be bound in all of
 * them, or a guard would miss a call.
 */
export const whyUnbound = (spots: Spots, field: string): Unbound | undefined => {
  const isOfChange = fieldPath(field).root === 'value'
  for (const asked of spots) {
    const found = asked.map((spot) => ({ spot, ...lookUp(spot, field) }))
    const [unbound] = found.flatMap((one) => ('why' in one ? [one] : []))
    const hasValue = asked.every(({ value }) => value !== undefined)
    const isMissed = isOfChange && !hasValue
    if (unbound && (isMissed || found.every((one) => 'why' in one))) return unbound
  }
  return undefined
}
