import { errorFromAnswer, type FailedAnswer } from '../errors/from-answer.ts'
import { ConnectionError } from '../errors/transport-errors.ts'
import type { Answer } from './api-promise.ts'

/** Whose answer is read, and how what it echoes of the token is hidden. */
export type Reading = Pick<FailedAnswer, 'operation' | 'mask'>

/** Reads an answer's JSON; without content there is none to read. */
export async function readAnswer<T>(reading: Reading, response: Response): Promise<Answer<T>> {
  const text = await response.text().catch((cause: unknown) => {
    throw new ConnectionError(`${reading.operation}: the answer was cut short`, { cause })
  })
  try {
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- The platform's word is taken for it.
    const data: T = response.status === 204 ? undefined : JSON.parse(text)
    return { data, text, response, requestId: response.headers.get('x-request-id') ?? undefined }
  } catch (cause) {
    throw errorFromAnswer({ ...reading, response, text, cause })
  }
}

/** Reads why the call was refused, as far as it can be read. */
export async function readRefusal(reading: Reading, response: Response): Promise<Error> {
  let cause: unknown
  const text = await response.text().catch((fault: unknown) => {
    cause = fault
    return ''
  })
  return errorFromAnswer({ ...reading, response, text, cause })
}
