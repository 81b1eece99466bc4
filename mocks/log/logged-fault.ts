import type { ProblemCode } from '../../src/generated/models.ts'
import type { DeliveryFault } from '../message/message.ts'

/** What a plan of faults did to a request. */
export interface LoggedFault extends DeliveryFault {
  /** The positions in the plan of the rules that struck, the first being 0. */
  readonly rules: readonly number[]
  /** The status that the plan answered with, and its code, if the API has one for it. */
  readonly status?: number
  readonly code?: ProblemCode
  /** Set if `If-Match` counted as stale. */
  readonly stale?: true
  /** For a lost call: whether it was lost before it took effect, or only its answer was, after it. */
  readonly effect?: 'before' | 'after'
}
