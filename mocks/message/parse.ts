import { type Endpoint, type OperationId, operations } from '../../src/generated/operations.ts'
import { contract, type Terms } from '../generated/contract.ts'
import { responsesOf } from '../generated/validators.js'
import { withoutBom } from '../shared/utf8.ts'
import { pointer } from '../shared/json-pointer.ts'
import { fieldError } from './field-error.ts'
import type { Message } from './message.ts'
import { type Parsed, readJson, wrongEncoding } from './read-json.ts'
import { readQuery } from './read-query.ts'
import { refuse, refuseEach, type Refused } from './refusal.ts'

/** Parses the body or query, without validating it; undefined if the operation has neither. */
export function parseInput(operation: OperationId, message: Message): Parsed {
  const { input, mergePatch }: Endpoint = operations[operation]
  const { bodyRequired, query }: Terms = contract[operation]
  if (input === 'query')
    return { ok: true, input: readQuery(new URLSearchParams(message.query), query) }
  const surplus = refuseQuery(operation, message.query)
  if (surplus !== undefined) return surplus
  if (input === undefined) return { ok: true, input: undefined }
  const encoded = wrongEncoding(message.headers)
  if (encoded !== undefined) return asDocumented(operation, encoded)
  if (withoutBom(message.body ?? '') === '') {
    return bodyRequired === true
      ? refuse(400, 'malformed_json', 'The body is empty. Send a JSON object.')
      : { ok: true, input: {} }
  }
  const accepted = [
    'application/json',
    ...(mergePatch === true ? ['application/merge-patch+json'] : []),
  ]
  const parsed = readJson(message, accepted)
  return parsed.ok ? parsed : asDocumented(operation, parsed)
}

/** Refuses the parameters of a query where the operation has none: `?dryRun=true` would seem to be heard. */
function refuseQuery(operation: OperationId, query: string): Refused | undefined {
  if (query === '') return undefined
  const names = new Set(new URLSearchParams(query).keys())
  if (names.size === 0) return undefined
  const [status, code] =
    422 in responsesOf(operation)
      ? ([422, 'validation_failed'] as const)
      : ([400, 'invalid_request'] as const)
  return refuseEach(status, code, [...names], (name) =>
    fieldError(pointer(name), `is unknown. ${operation} takes no query.`),
  )
}

/** Turns a 415 into a 400 for AuthZEN paths, whose standard has no 415. */
function asDocumented(operation: OperationId, refused: Refused): Refused {
  if (refused.status in responsesOf(operation)) return refused
  const { status: _, headers: __, ...rest } = refused
  return { ...rest, status: 400, code: 'invalid_request' }
}
