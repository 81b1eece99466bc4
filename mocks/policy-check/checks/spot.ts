import type { OperationId } from '../../../src/generated/operations.ts'
import { operationsOn } from '../../generated/contract.ts'
import { inputFields } from '../../generated/input-fields.ts'
import type { Place } from '../../policy/call/places.ts'
import { resourceNames } from '../../policy/world/resources.ts'
import { madeBy, namesIn } from '../../policy/call/names.ts'
import type { MapChange } from '../../policy/language/policy.ts'
import type { Shape, Shapes } from '../../policy/language/shape.ts'

/** One place where a condition or a text stands, and what is bound there. */
export interface Spot {
  /** In words: `a guard on users.update`. */
  readonly where: string
  readonly place: Place
  /** Who names the resources: the operation, where there is one. */
  readonly by: string
  readonly resources: ReadonlySet<string>
  /** What the body or the query may state. */
  readonly input: Shapes
  /** What the change at hand states: under `value`, and what is in it. */
  readonly value?: Shapes
  /** The call, where there is one. */
  readonly operation?: OperationId
  /** The key of the body that the change at hand is about, and what of it. */
  readonly key?: string
  readonly each?: MapChange['each'] | undefined
  /** What the call makes, where it is spoken of as if the call had named it. */
  readonly made?: string | undefined
  /** Whether somebody calls. */
  readonly called: boolean
}

/**
 * Where one condition or text stands: by each operation or action that it is on, everywhere that this
 * is asked.
 */
export type Spots = readonly (readonly Spot[])[]

export const spotOfCall = (where: string, operation: OperationId): Spot => ({
  where,
  place: 'call',
  by: operation,
  operation,
  resources: namesIn(operation),
  input: inputFields[operation],
  called: true,
})

/** The change of a key; of each entry of a map, where there is an `each`. */
export const spotOfKey = (
  where: string,
  operation: OperationId,
  key: string,
  each: MapChange['each'] | undefined,
): Spot => {
  const call = spotOfCall(where, operation)
  const inKey = Object.entries(call.input).flatMap(([name, shape]): [string, Shape][] => {
    if (name === key) return [['value', shape]]
    return name.startsWith(`${key}.`) ? [[`value${name.slice(key.length)}`, shape]] : []
  })
  return {
    ...call,
    place: 'change',
    key,
    each,
    resources: namesIn(operation, each),
    value: each === undefined ? Object.fromEntries(inKey) : { value: 'any' },
  }
}

/** An update that states no key: what it states is null. */
export const spotOfNothing = (where: string, operation: OperationId): Spot => ({
  ...spotOfCall(where, operation),
  place: 'change',
  value: { value: 'any' },
})

/** A first sign-up is like the creation of a user with nothing stated, and nobody calls it. */
export const spotOfEvent = (where: string, event: OperationId | 'sign_up'): Spot => {
  const operation = event === 'sign_up' ? operationsOn.user.create : event
  const call = spotOfCall(where, operation)
  const made = madeBy(operation)
  return {
    ...call,
    place: 'event',
    by: event,
    made,
    resources: new Set([...call.resources, ...(made === undefined ? [] : [made])]),
    called: event !== 'sign_up',
  }
}

/** A guard on an action that no call asks for: it is asked of resources by themselves. */
export const spotOfQuestion = (where: string, action: string): Spot => ({
  where,
  place: 'question',
  by: action,
  resources: new Set(resourceNames),
  input: {},
  called: true,
})

export const spotOfSource = (where: string): Spot => ({
  where,
  place: 'source',
  by: 'a source',
  resources: new Set(['project']),
  input: {},
  called: false,
})

export const spotOfInvariant = (where: string): Spot => ({
  where,
  place: 'bound',
  by: 'an invariant',
  resources: new Set(),
  input: {},
  called: false,
})
