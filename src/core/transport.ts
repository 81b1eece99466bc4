import { ConnectionError } from '../errors/transport-errors.ts'
import type { Reading } from './read-answer.ts'
import { reasonIn, safeCause } from './safe-cause.ts'
import type { Settings } from './settings.ts'

/** Sends a request by the user's `fetch`, or the one that is global by now: mocks may have come since. */
export async function sendRequest(
  { fetch, origin }: Settings,
  { operation, mask }: Pick<Reading, 'operation' | 'mask'>,
  request: Request,
): Promise<Response> {
  try {
    return await (fetch ?? globalThis.fetch)(request)
  } catch (thrown) {
    const cause = safeCause(thrown, mask)
    throw new ConnectionError(`${operation} got no answer from ${origin}: ${reasonIn(cause)}`, {
      cause,
    })
  }
}
