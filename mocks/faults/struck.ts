import type { LoggedFault } from '../log/logged-fault.ts'
import type { DeliveryFault } from '../message/message.ts'
import type { FaultRule } from './plan.ts'

/** What a plan does to one request. */
export interface Struck {
  /** For the log. Left out if no rule struck, and the request only counted towards a limit. */
  readonly logged?: LoggedFault
  /** For adapters to carry out. */
  readonly delivery?: DeliveryFault
  /** The headers of limits. */
  readonly headers: Readonly<Record<string, string>>
  /** The answer in place of the platform's. */
  readonly instead?: Instead
  /** Whether the call never takes effect. */
  readonly isBefore: boolean
  /** Whether `If-Match` counts as stale. */
  readonly isStale: boolean
}

/** An answer by a rule. */
export interface Instead extends Pick<FaultRule, 'problem'> {
  readonly status: number
  /** Seconds, for `Retry-After`. */
  readonly wait?: number
}
