import { ConnectionError } from '../../errors/transport-errors.ts'
import type { FetchInit } from '../options/fetch.ts'
import { must } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'
import type { Mask } from '../watch/redact.ts'
import { reasonIn, safeCause } from '../watch/safe-cause.ts'
import type { Settings } from '../options/settings.ts'
import { fits } from '../base/shape.ts'

/**
 * Sends a request by the user's `fetch`, or by the global one of this moment: mocks may replace it.
 *
 * @param init - The request without its headers, which hooks may have changed.
 * @param mask - Hides the token in errors of `fetch`.
 */
export async function sendRequest(
  { fetch, baseUrl }: Settings,
  call: string,
  request: Request,
  init: Omit<FetchInit, 'headers'>,
  mask: Mask,
): Promise<Response> {
  let response: unknown
  try {
    // The fetch of another library reads such a Request as a string.
    if (fetch) Object.assign(request, { toString: () => request.url })
    response = await (fetch
      ? fetch(request, { ...init, headers: Object.fromEntries(request.headers) })
      : globalThis.fetch(request))
  } catch (thrown) {
    const cause = safeCause(thrown, mask)
    const reason = reasonIn(cause).replace(/.*conn\w* ?refused.*/i, '$& (is the server running?)')
    const place = request.url.startsWith(baseUrl) ? baseUrl : new URL(request.url).origin
    throw new ConnectionError(`${call} got no answer from ${place}: ${reason}`, { cause })
  }
  if (!isResponse(response) || response.bodyUsed || response.body?.locked) {
    throw must('The answer of fetch', 'an unread Response', kindOf(response))
  }
  return response
}

/** Whether it can be read as a Response. One of a polyfill, another library or another realm will do. */
function isResponse(value: unknown): value is Response {
  return fits(value, {
    ok: 'boolean',
    status: 'number',
    text: 'function',
    headers: { get: 'function', forEach: 'function' },
  })
}
