import { errorFromAnswer, type FailedAnswer, startOf } from '../errors/from-answer.ts'
import { ConnectionError } from '../errors/transport-errors.ts'
import type { Answer } from './api-promise.ts'
import { readBody } from './read-body.ts'

/** Whose answer is read, and how what it echoes of the token is hidden. */
export interface Reading extends Pick<FailedAnswer, 'operation' | 'mask'> {
  readonly maxResponseBytes: number
  readonly signal: AbortSignal
}

/** Reads an answer's JSON; without content there is none to read. Rejects with what it says if it is a refusal. */
export async function readAnswer<T>(reading: Reading, response: Response): Promise<Answer<T>> {
  const { operation, mask, maxResponseBytes, signal } = reading
  const { text, tooLarge, fault } = await readBody(response, maxResponseBytes, signal)
  const failed = { operation, mask, response, text }
  if (!response.ok) throw errorFromAnswer({ ...failed, ...fault })
  if (tooLarge) throw errorFromAnswer({ ...failed, limit: maxResponseBytes })
  if (fault) {
    const start = startOf(text, mask)
    throw new ConnectionError(
      `${operation}: the answer was cut short${start && ` after: ${start}`}`,
      fault,
    )
  }
  try {
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- The platform's word is taken for it.
    const data: T = response.status === 204 ? undefined : JSON.parse(text)
    return { data, text, response, requestId: response.headers.get('x-request-id') ?? undefined }
  } catch {
    // The engine's own message quotes the body, which may hold secrets and control characters.
    throw errorFromAnswer({ ...failed, cause: new SyntaxError('The body is not JSON') })
  }
}
