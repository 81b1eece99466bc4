import { type Endpoint, type OperationId, operations } from '../../src/generated/operations.ts'
import { contract, type Terms } from '../generated/contract.ts'
import { responsesOf } from '../generated/validators.js'
import { withoutBom } from '../shared/utf8.ts'
import type { Message } from './message.ts'
import { type Parsed, readJson, wrongEncoding } from './read-json.ts'
import { readQuery } from './read-query.ts'
import { refuse, type Refused } from './refusal.ts'

/** Parses the body or query, without validating it; undefined if the operation has neither. */
export function parseInput(operation: OperationId, message: Message): Parsed {
  const { input, mergePatch }: Endpoint = operations[operation]
  const { bodyRequired, query }: Terms = contract[operation]
  if (input === undefined) return { ok: true, input: undefined }
  if (input === 'query')
    return { ok: true, input: readQuery(new URLSearchParams(message.query), query) }
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

/** Turns a 415 into a 400 for AuthZEN paths, whose standard has no 415. */
function asDocumented(operation: OperationId, refused: Refused): Refused {
  if (refused.status in responsesOf(operation)) return refused
  const { status: _, headers: __, ...rest } = refused
  return { ...rest, status: 400, code: 'invalid_request' }
}
