import { APIError } from '../../errors/api-error.ts'
import { ConnectionError } from '../../errors/transport-errors.ts'
import { responseWith } from '../answers/api-promise.ts'
import { checkHeaders } from '../options/headers.ts'
import type { Mask } from '../watch/redact.ts'
import type { Tried } from './attempt.ts'

// Middleware and openapi-fetch see a request before it has a token, and an answer once it has been read under
// the call's deadline: they never wait for a body without end.

/**
 * Reads the body of a request that middleware may have made. Checks its credentials as a user's.
 *
 * @param written - The body as it was written, for a request that middleware has read.
 */
export async function bodyOf(request: Request, written: string | null): Promise<string | null> {
  checkHeaders('headers', { authorization: request.headers.get('authorization') })
  return request.bodyUsed ? written : (await request.text()) || null
}

/**
 * Makes the answer that middleware sees, with an unread body. A refusal's body is always the document's problem,
 * made up if the server sent none. Throws the error of a call without an answer.
 *
 * @param isJson - For a raw call, whether a success that is not the API's JSON counts as no answer.
 */
export function handOver(
  { response, text, error }: Tried<unknown>,
  mask: Mask,
  isJson?: boolean,
): Response {
  // Browsers hide a redirect's status, and a Response can't be made with a status beyond 599.
  const isReal = response && response.status > 199 && response.status < 600
  if (!isReal || text === undefined || (isJson && response.ok && error)) {
    if (isJson === undefined || !(error instanceof APIError)) throw error
    throw new ConnectionError(error.message, { cause: error })
  }
  const isRefusal = error instanceof APIError && !response.ok
  return responseWith(isRefusal ? JSON.stringify(problemOf(error)) : text, response, mask)
}

/** The problem of a refusal, made up if the server sent none. Its title is the code in words, as in the server's. */
function problemOf({ code, status, message: detail, requestId: instance, problem }: APIError) {
  const type = `urn:rolecall:problem:${code}`
  const title = code.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase())
  return { type, title, status, detail, instance, ...problem, code }
}
