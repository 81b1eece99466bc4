import { errorFromAnswer, type FailedAnswer, startOf } from '../../errors/from-answer.ts'
import { ConnectionError } from '../../errors/transport-errors.ts'
import type { Answer } from '../answers/api-promise.ts'
import type { Operation } from '../base/operation.ts'
import { fits } from '../base/shape.ts'
import type { Mask } from '../watch/redact.ts'
import { safeCause } from '../watch/safe-cause.ts'
import { readBody } from './read-body.ts'

/** An answer that was read to its end, or the error that it is. */
export interface Read<T> {
  readonly text: string
  readonly answer?: Answer<T>
  readonly error?: unknown
}

/**
 * Reads and checks an answer. Rejects if the body can't be read to its end.
 *
 * @param mask - Hides the token where the answer echoes it.
 */
export async function readAnswer<T>(
  { id, method, answer: shape = method === 'DELETE' ? undefined : {} }: Operation,
  response: Response,
  mask: Mask,
  maxResponseBytes: number,
  signal: AbortSignal,
): Promise<Read<T>> {
  const { text, size, thrown } = await readBody(response, maxResponseBytes, signal)
  const fault = thrown && { isCut: true, cause: safeCause(thrown.cause, mask) }
  const failed = (rest?: Partial<FailedAnswer>) =>
    errorFromAnswer({ operation: id, response, text, mask, ...rest })
  if (!response.ok) return { text, error: failed(fault) }
  if (size > maxResponseBytes) {
    const what = `more than the ${maxResponseBytes} bytes of maxResponseBytes`
    throw failed({ isCut: true, what })
  }
  if (fault) {
    const start = startOf(text, mask, true)
    throw new ConnectionError(
      `${id}: the answer was cut short${start && ` after: ${start}`}`,
      fault,
    )
  }
  let cause: unknown
  try {
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- Beyond its shape, the answer is trusted.
    const data: T = response.status === 204 ? undefined : JSON.parse(text)
    if (!shape || fits(data, shape)) return { text, answer: { data, text, response } }
  } catch {
    // The engine's message quotes the body, which may hold secrets and control characters.
    cause = new SyntaxError('The body is not JSON')
  }
  return { text, error: failed({ cause }) }
}
