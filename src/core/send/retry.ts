import { APIError } from '../../errors/api-error.ts'
import { ConnectionError, TimeoutError } from '../../errors/transport-errors.ts'
import { LONGEST } from '../limits/deadline.ts'
import type { Limits } from '../limits/limits.ts'
import { reasonIn } from '../watch/safe-cause.ts'

/**
 * Milliseconds to wait after `attempt`, which failed with `error`; undefined if the call would fail again, or the
 * server asks for a longer wait than `maxRetryAfter`.
 */
export function retryDelay(
  error: unknown,
  attempt: number,
  { random, maxRetryAfter }: Pick<Limits, 'random' | 'maxRetryAfter'>,
): number | undefined {
  if (!isPassing(error)) return undefined
  const told = error instanceof APIError ? error.retryAfter : undefined
  // Full jitter: clients that failed together don't come back together.
  if (told === undefined) return random() * Math.min(8_000, 500 * 2 ** (attempt - 1))
  return told > Math.min(maxRetryAfter, LONGEST) ? undefined : told
}

/** Reasons that last: an untrusted certificate, an unknown host name, a port that `fetch` refuses. */
const lasting = /(^| )certificate\b(?![.-])|CERT_|ENOTFOUND|not known|bad port|wrong version number/

function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionError) return !lasting.test(reasonIn(error.cause))
  if (!(error instanceof APIError)) return error instanceof TimeoutError
  const { status, problem } = error
  if (status === 409) return problem?.retryable === true
  return status === 408 || status === 429 || (status >= 500 && status !== 501)
}
