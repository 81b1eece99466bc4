import type { OperationId } from '../../../src/generated/operations.ts'
import { operationsOn } from '../../generated/contract.ts'
import { inputFields } from '../../generated/input-fields.ts'
import type { Place } from '../../policy/call/places.ts'
import { resourceNames } from '../../policy/world/resources.ts'
import { madeBy, namesIn } from '../../policy/call/names.ts'
import type { MapChange } from '../../policy/language/policy.ts'
import type { Shape, Shapes } from '../../policy/language/shape.ts'

/** One place of a condition or a text, and what is bound there. */
export interface Spot {
  /** In words: `a guard on users.update`. */
  readonly where: string
  readonly place: Place
  /** The operation, or else the action, that names the resources. */
  readonly by: string
  readonly resources: ReadonlySet<string>
  /** The fields of the body or query. */
  readonly input: Shapes
  /** The fields under `value`, for a change of one key. */
  readonly value?: Shapes
  readonly operation?: OperationId
  /** The key of the body that the change is about. */
  readonly key?: string
  /** For a key that is asked entry by entry: the type of its entries. */
  readonly each?: MapChange['each'] | undefined
  /** The resource that the call creates, if fields can read it. */
  readonly made?: string | undefined
  /** Whether there is a caller. */
  readonly called: boolean
}

/** The spots of one condition or text: for each operation or action that it is on, every place where that is asked. */
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

/** The change of a key; with `each`, of one entry of it. */
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

/** An update that states no key: its `value` is null. */
export const spotOfNothing = (where: string, operation: OperationId): Spot => ({
  ...spotOfCall(where, operation),
  place: 'change',
  value: { value: 'any' },
})

/** An effect's event. A sign-up is like a `users.create` without body and without caller. */
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

/** A guard on an action that no call asks: it is asked about a resource. */
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
