import { RolecallError } from '../base/rolecall-error.ts'
import { TokenProviderError } from '../../errors/token-provider-error.ts'
import { TimeoutError } from '../../errors/transport-errors.ts'
import type { Answer } from '../answers/api-promise.ts'
import type { Arguments } from './arguments.ts'
import { sendOnce, type Trace } from './attempt.ts'
import { type Deadline, startDeadline } from '../limits/deadline.ts'
import { type Identity, identityOf, noToken } from '../token/identity.ts'
import { readLimits } from '../limits/limits.ts'
import type { Operation } from '../base/operation.ts'
import { type Prepared, prepare } from './prepare.ts'
import { retryDelay } from './retry.ts'
import type { Settings } from '../options/settings.ts'
import { turnNowAndThen } from './turn.ts'

/**
 * Sends one call and reads its answer, or rejects with a {@link RolecallError}.
 *
 * @param identity - Whom it is made as, where it is part of another call.
 */
export type Send = <T>(
  operation: Operation,
  args: Arguments,
  identity?: Identity,
) => Promise<Answer<T>>

/** A call's way out and back. What is wrong with its arguments is thrown before anything is sent. */
export function createSend(settings: Settings): Send {
  return async <T>(
    operation: Operation,
    args: Arguments,
    identity = identityOf(settings.token),
  ) => {
    const { options = {} } = args
    // oxlint-disable-next-line typescript/only-throw-error -- It was thrown where they were read.
    if (args.fault) throw args.fault
    const current = { ...settings, ...readLimits(options, settings) }
    const call = prepare(operation, args, settings.headers)
    const deadline = startDeadline(operation.id, current, options.signal)
    try {
      return await repeat<T>(current, call, identity, deadline)
    } finally {
      deadline.close()
      await turnNowAndThen()
    }
  }
}

/** Sends a call until it succeeds, fails for good or has been sent often enough. */
async function repeat<T>(
  settings: Settings,
  call: Prepared,
  identity: Identity,
  deadline: Deadline,
): Promise<Answer<T>> {
  let retries = 0
  let sent = 0
  let delay: number | undefined
  let failure: unknown
  let isRenewed = false
  for (;;) {
    const trace: Trace = {}
    try {
      if (delay) await deadline.wait(delay, failure)
      const answer = await deadline.attempt((signal) =>
        sendOnce<T>(settings, call, identity, sent + 1, trace, signal),
      )
      trace.attempt?.end({ response: trace.response })
      return answer
    } catch (thrown) {
      const { attempt, response, token, asking } = trace
      const error = asking ? providerInTime(thrown) : thrown
      if (attempt) sent++
      if (sent && error instanceof RolecallError) Object.assign(error, { attempts: sent })
      if (!attempt) throw error
      attempt.end({ response, error })
      failure = error
      delay = undefined
      if (response?.status === 401 && token && !isRenewed && identity.refuse(token)) {
        isRenewed = true
        delay = 0
      } else if (call.repeatable && retries < settings.retries) {
        delay = retryDelay(error, ++retries, settings)
      }
      // A wait that the call would not survive is not begun.
      if (deadline.ended || delay === undefined || delay >= deadline.left()) throw error
      attempt.retry(error, delay)
    }
  }
}

/** Whose fault it is that the time was up while a token was asked for. */
export function providerInTime(error: unknown): unknown {
  return error instanceof TimeoutError
    ? new TokenProviderError(`${noToken}: ${error.message}`, {
        cause: error,
      })
    : error
}
