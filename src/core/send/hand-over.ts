import { APIError } from '../../errors/api-error.ts'
import { responseWith } from '../answers/api-promise.ts'
import { checkHeaders } from '../options/headers.ts'
import type { Mask } from '../watch/redact.ts'
import type { Tried } from './attempt.ts'

// Middleware and openapi-fetch see a request before it has a token, and an answer once it has been read under
// the call's deadline: they never wait for a body without end.

/** Reads the body of a request that middleware may have made. Checks its credentials as a user's. */
export async function bodyOf(request: Request): Promise<string | null> {
  checkHeaders('headers', { authorization: request.headers.get('authorization') })
  return (await request.text()) || null
}

/**
 * Makes the answer that middleware sees, with an unread body. A refusal's body is always the document's problem,
 * made up if the server sent none. Throws the error of a call without an answer.
 *
 * @param isJson - Whether a success that is not the API's JSON counts as no answer.
 */
export function handOver(
  { response, text, error }: Tried<unknown>,
  mask: Mask,
  isJson = false,
): Response {
  // Browsers hide a redirect's status, and a Response can't be made with a status beyond 599.
  const isReal = response && response.status > 199 && response.status < 600
  if (!isReal || text === undefined || (isJson && response.ok && error)) throw error
  const isRefusal = error instanceof APIError && !response.ok
  return responseWith(isRefusal ? problemText(error, response) : text, response, mask)
}

const problemText = (
  { code, status, message: detail, requestId: instance, problem }: APIError,
  { statusText: title }: Response,
) => {
  const type = `urn:rolecall:problem:${code}`
  return JSON.stringify({ type, title, status, detail, instance, ...problem, code })
}
