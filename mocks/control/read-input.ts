import {
  type ControlEndpoint,
  type ControlOperation,
  controlOperations,
} from '../generated/control/operations.ts'
import { inputOf } from '../generated/control/validators.js'
import { faultAt, placesOf } from '../message/faults.ts'
import { fieldError } from '../message/field-error.ts'
import type { Message } from '../message/message.ts'
import { readJson } from '../message/read-json.ts'
import { readQuery } from '../message/read-query.ts'
import { refuse, refuseEach, type Refused } from '../message/refusal.ts'
import { pointer } from '../shared/json-pointer.ts'
import { withoutBom } from '../shared/utf8.ts'
import type { ControlInput } from './operation.ts'

interface Valid<Id extends ControlOperation> {
  readonly ok: true
  readonly input: ControlInput<Id>
}

/** Reads the body or query of a request, and validates it by the control document. */
export function readInput<Id extends ControlOperation>(
  operation: Id,
  message: Message,
): Valid<Id> | Refused {
  const endpoint: ControlEndpoint = controlOperations[operation]
  const parsed = parse(endpoint, message)
  if (!parsed.ok) return parsed
  const { input } = parsed
  if (isInput(operation, input)) return { ok: true, input }
  const places = placesOf(inputOf(operation)?.errors ?? [])
  return refuseEach(422, 'validation_failed', places, (place) => faultAt(place, endpoint))
}

/** Narrows an input to the operation's type, by its validator. */
const isInput = <Id extends ControlOperation>(
  operation: Id,
  input: unknown,
): input is ControlInput<Id> => inputOf(operation)?.(input) ?? true

function parse(
  { method, path, body, query }: ControlEndpoint,
  message: Message,
): { readonly ok: true; readonly input: unknown } | Refused {
  const sent = readQuery(new URLSearchParams(message.query), query)
  if (query !== undefined) return { ok: true, input: sent }
  const names = Object.keys(sent)
  if (names.length > 0) {
    return refuseEach(422, 'validation_failed', names, (name) =>
      fieldError(pointer(name), `is unknown. ${method} ${path} takes no query.`),
    )
  }
  if (body === undefined) return { ok: true, input: {} }
  const isEmpty = withoutBom(message.body ?? '') === ''
  const parsed = readJson(isEmpty ? { ...message, body: '{}' } : message, ['application/json'])
  return isEmpty && parsed.ok && body === 'required'
    ? refuse(400, 'malformed_json', `The body is empty. ${method} ${path} takes JSON.`)
    : parsed
}
