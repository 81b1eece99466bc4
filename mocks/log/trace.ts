import type { Decision } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { About } from './about.ts'
import type { LoggedFault } from './logged-fault.ts'
import type { NamedIds } from './kept.ts'
import type { AskedQuestion } from './logged-question.ts'

/** Questions with their decisions, in order. */
export interface Answered {
  readonly questions: readonly AskedQuestion[]
  readonly decisions: readonly Decision[]
  /** Whether the request asked several questions, be it a list of one. */
  readonly isBatch: boolean
}

/** Facts about a request, noted on its way through the pipeline. */
export interface Trace {
  readonly id: string
  /** The time of its arrival, by the mock's clock. */
  readonly at: string
  /** The same in milliseconds of real time. */
  readonly began: number
  actor?: UserRecord
  operation?: OperationId
  /** Its path arguments. */
  path?: readonly string[]
  /** Its body or query, once read. */
  input?: unknown
  /** The questions that it asked, with their decisions. */
  answered?: Answered
  /** The resources that it is about. */
  about?: About
  /** The ids of the resources that it named, if it has an `Idempotency-Key`. */
  ids?: NamedIds
  /** Whether it is a repeat, and got the answer of the first call. */
  replayed?: true
  /** Whether the answer consists of records alone: it stays the same until one of them changes. */
  ofRecords?: boolean
  /** What the plan of faults does to it. */
  struck?: LoggedFault | undefined
  /** Whether an observer sent it. */
  readonly observer?: true
  /** A note for the log alone. */
  note?: string
  /** The message of an error inside the mock. */
  fault?: string
}
