import { APIError } from '../../errors/api-error.ts'
import { responseWith } from '../answers/api-promise.ts'
import { checkHeaders } from '../options/headers.ts'
import type { Mask } from '../watch/redact.ts'
import type { Tried } from './attempt.ts'

// Middleware and openapi-fetch see a call's request before it has a token, and its answer when it has been
// read: neither of them waits for bodies that no deadline ends.

/** The body of a request that middleware has seen, and perhaps made. Its credentials are as a user's are. */
export async function bodyOf(request: Request): Promise<string | null> {
  checkHeaders('headers', { authorization: request.headers.get('authorization') })
  return (await request.text()) || null
}

/**
 * The answer that middleware sees, with a body of its own to read: the body of a refusal is always the
 * document's problem, made up where there was none. Throws the failure of a call that got no answer.
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
  return responseWith(isRefusal ? problemText(error, response) : text, response, mask)
}

const problemText = (
  { code, status, message: detail, requestId: instance, problem }: APIError,
  { statusText: title }: Response,
) => {
  const type = `urn:rolecall:problem:${code}`
  return JSON.stringify({ type, title, status, detail, instance, ...problem, code })
}
