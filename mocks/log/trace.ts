import type { OperationId } from '../../src/generated/operations.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { About } from './about.ts'
import type { LoggedRequest } from './logged-request.ts'
import type { NamedIds } from './kept.ts'

/** What questions were answered. */
export type Answered = Pick<LoggedRequest, 'decision' | 'decisions'>

/** What is found out about a request on its way through the pipeline. */
export interface Trace {
  readonly id: string
  /** When it came in, by the mock's clock. */
  readonly at: string
  actor?: UserRecord
  operation?: OperationId
  /** Its path arguments. */
  path?: readonly string[]
  /** Its body or query, once that is read. */
  input?: unknown
  /** What a question was answered, or each of several. */
  answered?: Answered
  /** What the call is about. */
  about?: About
  /** What a call with an `Idempotency-Key` named. */
  ids?: NamedIds
  /** Whether it is a repeat, which was answered what the first call was. */
  replayed?: true
  /** Whether the answer is nothing but records: it is the same until one of them changes. */
  ofRecords?: boolean
  /** What broke inside the mock. */
  fault?: string
}
