import { isError, isRecord } from '../../src/core/base/kind-of.ts'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import type { Trace } from '../log/trace.ts'
import type { Answer, Message } from '../message/message.ts'
import { parseInput } from '../message/parse.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import { validateInput } from '../message/validate.ts'
import { type AnyOverride, MockProblem } from '../platform/overrides.ts'
import type { CallRequest } from '../platform/platform.ts'
import { BrokenAnswer } from '../state/render.ts'
import { jsonAnswer } from './answer.ts'

/** The refusals that `next` threw. An override that does not catch one passes it on whole. */
const refusals = new WeakMap<MockProblem, Refused>()

/**
 * Answers a call by its override. A call that can't be read or is invalid gets the mock's own answer, as
 * an override takes valid arguments.
 *
 * @param own - The mock's own answer.
 */
export function answerOverridden(
  override: AnyOverride,
  { actor, operation, args: references }: CallRequest<OperationId>,
  message: Message,
  trace: Trace,
  own: () => Answer | Refused,
): Answer | Refused {
  const parsed = parseInput(operation, message)
  const valid = parsed.ok ? validateInput(operation, parsed.input) : parsed
  if (!valid.ok) return own()
  const args = operations[operation].input === undefined ? references : [...references, valid.input]
  trace.input = valid.input
  trace.note = `An override of ${operation} answered.`
  let headers: Answer['headers'] = {}
  const next = () => {
    const answer = own()
    if (!('body' in answer)) throw problemFor(answer)
    headers = answer.headers
    return answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown)
  }
  try {
    const { id, email } = actor
    return withHeaders(
      answerFor(operation, override.answer({ args, actor: { id, email }, next })),
      headers,
    )
  } catch (error) {
    return refusalFor(operation, error)
  }
}

function problemFor(refused: Refused): MockProblem {
  const problem = new MockProblem(refused.status, refused.code, refused.text)
  refusals.set(problem, refused)
  return problem
}

function refusalFor(operation: OperationId, error: unknown): Refused {
  if (error instanceof MockProblem) {
    return refusals.get(error) ?? refuse(error.status, error.code, error.message)
  }
  const text =
    error instanceof BrokenAnswer
      ? `returned what the API's document does not allow: ${error.told}.`
      : `threw ${isError(error) ? `${error.name}: ${error.message}` : String(error)}`
  return broken(operation, text)
}

const broken = (operation: OperationId, text: string): Refused =>
  refuse(500, 'internal_error', `The override of ${operation} ${text}`)

function answerFor(operation: OperationId, result: unknown): Answer | Refused {
  if (isRecord(result) && typeof result.then === 'function') {
    // Nobody else handles its rejection.
    Promise.resolve(result).catch(() => undefined)
    return broken(operation, 'returned a promise. Make it synchronous.')
  }
  const status = contract[operation].success
  if (status !== 204) return jsonAnswer(operation, result)
  return result === undefined
    ? { status, headers: {}, body: '' }
    : broken(operation, 'returned a value. The operation answers with none: return nothing.')
}

/** With the headers of the mock's own answer, and the etag of the result. */
function withHeaders(answer: Answer | Refused, own: Answer['headers']): Answer | Refused {
  if (!('body' in answer)) return answer
  const { ETag: _, ...others } = own
  const result: unknown = answer.body === '' ? undefined : JSON.parse(answer.body)
  const etag = isRecord(result) && typeof result.etag === 'string' ? result.etag : undefined
  return {
    ...answer,
    headers: { ...others, ...answer.headers, ...(etag !== undefined && { ETag: `"${etag}"` }) },
  }
}
