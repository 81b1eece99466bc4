import { APIError } from '../../errors/api-error.ts'
import { errorFromAnswer } from '../../errors/from-answer.ts'
import { responseWith } from '../answers/api-promise.ts'
import type { Operation } from '../base/operation.ts'
import { checkHeaders } from '../options/headers.ts'
import type { Settings } from '../options/settings.ts'
import type { Mask } from '../watch/redact.ts'
import type { Tried } from './attempt.ts'
import { type Read, readAnswer, shapeOf } from './read-answer.ts'

// Middleware and openapi-fetch see a call's request before it has a token, and its answer when it has been
// read: neither of them waits for bodies that no deadline ends.

/** The body of a request that middleware has seen, and perhaps made. Its credentials are as a user's are. */
export async function bodyOf(request: Request): Promise<string | null> {
  checkHeaders({ authorization: request.headers.get('authorization') })
  return (await request.text()) || null
}

/**
 * The answer that middleware sees, with a body of its own to read: that of a refusal is always the
 * document's problem, made up where there was none. What came to no answer is thrown.
 *
 * @param isJson - Whether a success that is not the API's JSON is no answer either.
 */
export function handOver(
  { response, text, error }: Tried<unknown>,
  mask: Mask,
  isJson = false,
): Response {
  // Browsers keep a redirect's status to themselves, and no Response can be made with one beyond 599.
  const isReal = response && response.status > 199 && response.status < 600
  if (!isReal || text === undefined || (isJson && response.ok && error)) throw error
  const isRefusal = error instanceof APIError && !response.ok
  return responseWith(isRefusal ? JSON.stringify(problemOf(error, response)) : text, response, mask)
}

function problemOf(
  { code, status, message, requestId, problem }: APIError,
  { statusText }: Response,
) {
  return {
    type: `urn:rolecall:problem:${code}`,
    title: statusText,
    status,
    detail: message,
    instance: requestId,
    ...problem,
    code,
  }
}

/** Reads the answer that a middleware has given in place of the server's, of a refusal what was read of it. */
export async function readHanded<T>(
  operation: Operation,
  response: Response,
  refusal: unknown,
  { maxResponseBytes }: Settings,
  mask: Mask,
): Promise<Partial<Read<T>>> {
  const { id } = operation
  if (response.ok) {
    const { signal } = new AbortController()
    const shape = shapeOf(operation)
    return readAnswer<T>({ operation: id, mask, maxResponseBytes, signal, shape }, response)
  }
  const text = typeof refusal === 'string' ? refusal : JSON.stringify(refusal ?? '')
  return { error: errorFromAnswer({ operation: id, response, text, mask }) }
}
