import { RolecallError } from '../base/rolecall-error.ts'
import { inTime } from '../limits/deadline.ts'
import type { Settings } from '../options/settings.ts'
import type { Identity } from '../token/identity.ts'
import { isWrite } from '../base/operation.ts'
import { type Outgoing, sendOnce, type Tried } from './attempt.ts'
import { retryDelay } from './retry.ts'
import { turnNowAndThen } from './turn.ts'

/**
 * Sends a call until it succeeds, fails for good or has no retries left. Resolves with the failure of a call that
 * was sent; rejects if it could not be sent in time, or had no token.
 */
export async function sendUntilDone<T>(
  settings: Settings,
  call: Outgoing,
  identity: Identity,
  signal: AbortSignal | null | undefined,
): Promise<Tried<T>> {
  const { operation, request } = call
  // A retry must not take effect twice: the call changes nothing, or has a key.
  const { id } = operation
  const isRepeatable =
    !isWrite({ id, method: request.method }) || request.headers.has('idempotency-key')
  let retries = 0
  let sent = 0
  let isRenewed = false

  const counted = (error: unknown) => {
    if (sent && error instanceof RolecallError) Object.assign(error, { attempts: sent })
    return error
  }

  try {
    return await inTime(id, settings.totalTimeout, signal, async (deadline) => {
      for (;;) {
        const tried = await sendOnce<T>(settings, call, identity, sent + 1, deadline)
        const { attempt, response, token, error } = tried
        if (!attempt) throw error
        sent++
        attempt.end({ response, error: counted(error) })
        if (error === undefined) return tried
        let delay: number | undefined
        if (!isRenewed && token && response?.status === 401 && identity.refuse(token)) {
          isRenewed = true
          delay = 0
        } else if (isRepeatable && retries < settings.retries) {
          delay = retryDelay(error, ++retries, settings)
        }
        // Don't wait longer than the call may take.
        if (delay === undefined || delay >= deadline.left()) return tried
        attempt.retry(error, delay)
        if (delay) await deadline.wait(delay, error)
      }
    })
  } catch (error) {
    throw counted(error)
  } finally {
    settings.ended?.(operation)
    await turnNowAndThen()
  }
}
