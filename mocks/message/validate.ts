import type { OperationId } from '../../src/generated/operations.ts'
import { contract, type Terms } from '../generated/contract.ts'
import type { operations as Documented } from '../../src/generated/schema.ts'
import { type Fault, requestsOf, responsesOf, type Validate } from '../generated/validators.js'
import { isRecord } from '../../src/core/base/kind-of.ts'
import type { FieldError } from '../../src/generated/models.ts'
import { faultAt, type KnownKeys, onlyReadOnly, type FaultyPlace, placesOf } from './faults.ts'
import { fieldError } from './field-error.ts'
import { refuseEach, type Refused } from './refusal.ts'

type RequestBody<Id extends OperationId> = NonNullable<Documented[Id]['requestBody']>
type Parameters<Id extends OperationId> = NonNullable<Documented[Id]['parameters']['query']>

/** The type of an operation's body or query. */
export type Input<Id extends OperationId> = [RequestBody<Id>] extends [never]
  ? Parameters<Id>
  : RequestBody<Id> extends { content: { 'application/json': infer Body } }
    ? Body
    : never

/** A valid body or query. */
interface Valid<Id extends OperationId> {
  readonly ok: true
  readonly input: Input<Id>
}

/**
 * Validates a body or query against the API's document, and finds all faults at once. Converts the values
 * of a query to their documented types, in place. The requests of a batch are left to those who answer it.
 */
export function validateInput<Id extends OperationId>(
  operation: Id,
  given: unknown,
): Valid<Id> | Refused {
  const { body, query } = requestsOf(operation)
  const validate = body ?? query
  const input = validate === undefined ? {} : given
  if (isInput(operation, input, validate)) return { ok: true, input }
  const faults = outsideBatch(operation, input, validate?.errors ?? [])
  const known: KnownKeys = contract[operation]
  const places = placesOf(faults)
  const describe = (place: (typeof places)[number]) =>
    (query && repeatedIn(input, place)) ?? faultAt(place, known)
  // The AuthZEN standard has no 422, so the document answers 400 there.
  if (responsesOf(operation)[422] === undefined) {
    return refuseEach(400, 'invalid_request', places, describe)
  }
  const code = onlyReadOnly(faults, known) ? 'read_only' : 'validation_failed'
  return refuseEach(422, code, places, describe)
}

/** Narrows an input to the operation's type, by its validator. The requests of a batch may have faults. */
const isInput = <Id extends OperationId>(
  operation: Id,
  input: unknown,
  validate: Validate | undefined,
): input is Input<Id> =>
  validate === undefined ||
  validate(input) ||
  outsideBatch(operation, input, validate.errors ?? []).length === 0

/** The faults that are neither in a request of a batch nor in a default of its requests. */
function outsideBatch(
  operation: OperationId,
  input: unknown,
  faults: readonly Fault[],
): readonly Fault[] {
  const { batch }: Terms = contract[operation]
  const items = batch && isRecord(input) ? input[batch.at] : undefined
  if (batch === undefined || !Array.isArray(items) || items.length === 0) return faults
  const { keys = [] } = contract[batch.of]
  return faults.filter(({ instancePath, keyword }) => {
    const [, key = '', index] = instancePath.split('/')
    const isOutside = key === batch.at ? index === undefined : !keys.includes(key)
    // Around a faulty part, an `if` is at fault too.
    return isOutside && keyword !== 'if'
  })
}

/** The error of a parameter that a query repeats: the values as a list would get a misleading one. */
function repeatedIn(query: unknown, [pointer, [fault]]: FaultyPlace): FieldError | undefined {
  const given = isRecord(query) ? query[pointer.slice(1)] : undefined
  if (!Array.isArray(given) || fault?.keyword === 'additionalProperties') return undefined
  return fieldError(pointer, `is given ${given.length} times. Give it once.`)
}
