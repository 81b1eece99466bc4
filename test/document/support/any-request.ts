import fc, { type Arbitrary } from 'fast-check'
import { type Breaking, invalid } from './breaking.ts'
import { faultyBody, otherType, unreadableBody } from './broken-bodies.ts'
import {
  faultyHeader,
  faultyQuery,
  otherMethod,
  unknownPath,
  unknownResource,
  withoutToken,
} from './broken-heads.ts'
import { type Operation, operations } from './document.ts'
import type { Draft } from './draft.ts'
import { exampleRequests } from './examples.ts'
import type { Names } from './names.ts'
import { oddRequest } from './odd.ts'
import { validRequest } from './requests.ts'

const hasResource = ({ path }: Operation): boolean => /\{\w+\}/.test(path)

/** Valid requests and broken ones of every kind. */
export function anyRequest(names: Names): Arbitrary<Draft> {
  const weights: readonly (readonly [number, Breaking, ((one: Operation) => boolean)?])[] = [
    [16, validRequest],
    [10, faultyBody, hasBody],
    [3, unreadableBody, hasBody],
    [2, otherType, hasBody],
    [5, faultyQuery, (one) => invalid(one).length > 0],
    [2, faultyHeader],
    [2, otherMethod],
    [1, unknownPath],
    [3, withoutToken],
    [2, unknownResource, hasResource],
    [6, oddRequest],
  ]
  // Calls that change something come more often, those that the platform does not offer hardly ever.
  const share = ({ id, isSafe }: Operation) => (names.offered.has(id) ? (isSafe ? 3 : 10) : 1)
  const made = weights.flatMap(([weight, breaking, isFor = () => true]) =>
    operations.filter(isFor).map((operation) => ({
      weight: weight * share(operation),
      arbitrary: breaking(operation, names),
    })),
  )
  const shown = operations.flatMap((operation) =>
    exampleRequests(operation, names.policy).map((arbitrary) => ({
      weight: 8 * share(operation),
      arbitrary,
    })),
  )
  return fc.oneof(...made, ...shown)
}

const hasBody = ({ body }: Operation): boolean => body !== undefined
