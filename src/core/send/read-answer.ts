import { errorFromAnswer, type FailedAnswer, startOf } from '../../errors/from-answer.ts'
import { ConnectionError } from '../../errors/transport-errors.ts'
import type { Answer } from '../answers/api-promise.ts'
import type { Operation } from '../base/operation.ts'
import { fits, type Shape } from '../base/shape.ts'
import { safeCause } from '../watch/safe-cause.ts'
import { readBody } from './read-body.ts'

/** What its answer must look like: any object, or, of a DELETE, nothing, where it doesn't say. */
export const shapeOf = ({ method, answer }: Operation): Shape | undefined =>
  answer ?? (method === 'DELETE' ? undefined : {})

/** Whose answer is read, and how what it echoes of the token is hidden. */
export interface Reading extends Pick<FailedAnswer, 'operation' | 'mask'> {
  /** What is asked for. Absent: nothing. */
  readonly shape: Shape | undefined
  readonly maxResponseBytes: number
  readonly signal: AbortSignal
}

/** An answer that was read to its end: what was asked for, or the error that it is. */
export interface Read<T> {
  readonly text: string
  readonly answer?: Answer<T>
  readonly error?: unknown
}

/** Reads an answer's body, and what it says. Rejects if it can't be read to its end. */
export async function readAnswer<T>(reading: Reading, response: Response): Promise<Read<T>> {
  const { operation, shape, mask, maxResponseBytes, signal } = reading
  const { text, tooLarge, fault: thrown } = await readBody(response, maxResponseBytes, signal)
  const fault = thrown && { isCut: true, cause: safeCause(thrown.cause, mask) }
  const failed = { ...reading, response, text }
  if (!response.ok) return { text, error: errorFromAnswer({ ...failed, ...fault }) }
  if (tooLarge) {
    const what = `more than the ${maxResponseBytes} bytes of maxResponseBytes`
    throw errorFromAnswer({ ...failed, isCut: true, what })
  }
  if (fault) {
    const start = startOf(text, mask, true)
    throw new ConnectionError(
      `${operation}: the answer was cut short${start && ` after: ${start}`}`,
      fault,
    )
  }
  const requestId = response.headers.get('x-request-id') ?? undefined
  try {
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- The platform's word is taken for the rest of it.
    const data: T = response.status === 204 ? undefined : JSON.parse(text)
    if (!shape || fits(data, shape)) return { text, answer: { data, text, response, requestId } }
  } catch {
    // The engine's own message quotes the body, which may hold secrets and control characters.
    const cause = new SyntaxError('The body is not JSON')
    return { text, error: errorFromAnswer({ ...failed, cause }) }
  }
  return { text, error: errorFromAnswer(failed) }
}
