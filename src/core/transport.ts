import { ConnectionError } from '../errors/transport-errors.ts'
import { must } from './must.ts'
import type { Reading } from './read-answer.ts'
import { kindOf } from './record.ts'
import { reasonIn, safeCause } from './safe-cause.ts'
import type { Settings } from './settings.ts'
import { fits } from './shape.ts'

/** Sends a request by the user's `fetch`, or the one that is global by now: mocks may have come since. */
export async function sendRequest(
  { fetch, base }: Settings,
  { operation, mask }: Pick<Reading, 'operation' | 'mask'>,
  request: Request,
): Promise<Response> {
  let response
  try {
    response = await (fetch ?? globalThis.fetch)(request)
  } catch (thrown) {
    const cause = safeCause(thrown, mask)
    const reason = reasonIn(cause).replace(/.*conn\w* ?refused.*/i, '$& (is the server running?)')
    throw new ConnectionError(`${operation} got no answer from ${base}: ${reason}`, { cause })
  }
  // That of a polyfill or of another realm will do.
  if (fits(response, { status: 'number', headers: { get: 'function' } })) return response
  throw must('fetch', 'a function that answers a Response', kindOf(response))
}
