import { type OperationId, operations } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import { requestsOf } from '../generated/validators.js'
import { isRecord } from '../../src/core/base/kind-of.ts'
import type { FieldError } from '../../src/generated/models.ts'
import { fieldError, type KnownKeys, onlyReadOnly, type Place, placesOf } from './faults.ts'
import { refuseEach, type Refused } from './refusal.ts'

/**
 * Checks a body or a query against the API's document, and finds all faults at once. The values of a
 * query become what the document says, in place.
 */
export function validateInput(operation: OperationId, input: unknown): Refused | undefined {
  const { body, query } = requestsOf(operation)
  const validate = body ?? query
  if (validate === undefined || validate(input)) return undefined
  const faults = validate.errors ?? []
  const known: KnownKeys = contract[operation]
  const places = placesOf(faults)
  const describe = (place: (typeof places)[number]) =>
    (query && repeatedIn(input, place)) ?? fieldError(place, known)
  // The AuthZEN standard has 400 where the rest of the API has 422.
  if (operations[operation].path.startsWith('/access/')) {
    return refuseEach(400, 'invalid_request', places, describe)
  }
  const code = onlyReadOnly(faults, known) ? 'read_only' : 'validation_failed'
  return refuseEach(422, code, places, describe)
}

/** A parameter that a query has several times, which its values together hide. */
function repeatedIn(query: unknown, [pointer, [fault]]: Place): FieldError | undefined {
  const given = isRecord(query) ? query[pointer.slice(1)] : undefined
  if (!Array.isArray(given) || fault?.keyword === 'additionalProperties') return undefined
  return { pointer, message: `Is given ${given.length} times. Give it once.` }
}
