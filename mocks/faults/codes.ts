import { byStatusOf } from '../../src/errors/from-answer.ts'
import type { ProblemCode } from '../../src/generated/models.ts'
import { operations } from '../../src/generated/operations.ts'
import { responsesOf } from '../generated/validators.js'
import { isOperation } from '../policy/world/operations.ts'

/** The codes that the API's document has for a status. Statuses above 500 have those of 500. */
export function codesOf(status: number): readonly string[] {
  const documented = Math.min(status, 500)
  const operation = Object.keys(operations)
    .filter(isOperation)
    .find((id) => responsesOf(id)[documented])
  const validate = operation && responsesOf(operation)[documented]
  if (validate === undefined) return []
  const text = 'urn:rolecall:problem:x'
  validate({ type: text, title: text, status: documented, detail: text, instance: text, code: '' })
  const fault = validate.errors?.find(({ instancePath }) => instancePath === '/code')
  return [fault?.params.allowedValues ?? fault?.params.allowedValue ?? []].flat().map(String)
}

/** The code that clients assume for a status; undefined if the API has none for it. */
export function usualCode(status: number): ProblemCode | undefined {
  const [, code] = byStatusOf(status)
  if (code !== 'unexpected_answer') return code
  return status === 415 ? 'unsupported_media_type' : undefined
}
