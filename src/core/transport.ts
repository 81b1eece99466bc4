import { ConnectionError } from '../errors/transport-errors.ts'
import type { Reading } from './read-answer.ts'
import { isError, kindOf } from './record.ts'
import { safeCause } from './safe-cause.ts'
import type { Settings } from './settings.ts'

/** Sends a request by the user's `fetch`, or the one that is global by now: mocks may have come since. */
export async function sendRequest(
  { fetch, origin }: Settings,
  { operation, mask }: Pick<Reading, 'operation' | 'mask'>,
  request: Request,
): Promise<Response> {
  try {
    return await (fetch ?? globalThis.fetch)(request)
  } catch (cause) {
    throw new ConnectionError(
      `${operation} got no answer from ${origin}: ${mask(innermostMessage(cause))}`,
      { cause: safeCause(cause, mask) },
    )
  }
}

// Node's fetch says 'fetch failed' and keeps what happened in the cause.
function innermostMessage(error: unknown): string {
  if (!isError(error)) return kindOf(error)
  return isError(error.cause) ? innermostMessage(error.cause) : error.message
}
