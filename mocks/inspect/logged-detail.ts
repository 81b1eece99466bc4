import type { LoggedAnswer } from '../log/answer-kept.ts'
import type { LoggedRequest } from '../log/logged-request.ts'
import type { Found } from '../log/request-log.ts'
import type { Platform } from '../platform/platform.ts'
import type { TracedRule } from '../policy/index.ts'
import { tracedCall } from './traced-call.ts'

/** All that the log knows of a request. */
export interface LoggedDetail {
  readonly request: LoggedRequest
  /** The answer, masked. Missing for all but the newest 1,000 requests. */
  readonly answer?: LoggedAnswer
  /**
   * Every rule that the call asks, with each part of it, by the state of now: it may have changed since.
   * Missing if the log does not have the whole call.
   */
  readonly trace?: readonly TracedRule[]
}

/** A request of the log with its answer, and the rules that it asks. */
export function loggedDetail(platform: Platform, { request, answer }: Found): LoggedDetail {
  const { operation, args, actor: email } = request
  const { world } = platform
  const actor = email === undefined ? undefined : (world.user(email) ?? world.former(email))
  const isWhole = operation !== undefined && args !== undefined && actor !== undefined
  return {
    // With its time, which JSON leaves out otherwise.
    request: { ...request, ms: request.ms },
    ...(answer && { answer }),
    ...(isWhole && { trace: tracedCall(platform, { actor, operation, args }) }),
  }
}
