import type { OperationId } from '../../src/generated/operations.ts'
import type { UserRecord } from '../policy/world.ts'
import { cut } from '../brief.ts'
import type { About } from './about.ts'
import type { LoggedRequest } from './log.ts'
import type { Message } from './message.ts'
import type { NamedIds } from './named-ids.ts'
import type { Refused } from './refusal.ts'

/** What is found out about a request on its way through the pipeline. */
export interface Trace {
  readonly id: string
  /** When it came in, by the mock's clock. */
  readonly at: string
  actor?: UserRecord
  operation?: OperationId
  /** What the call is about. */
  about?: About
  /** What a call with an `Idempotency-Key` named. */
  ids?: NamedIds
  /** Whether it is a repeat, which was answered what the first call was. */
  replayed?: true
  /** What broke inside the mock. */
  fault?: string
}

/** The request as the log has it. */
export function entryOf(
  { id, at, actor, operation, replayed, fault }: Trace,
  { method, path }: Message,
  status: number,
  refused: Refused | undefined,
): LoggedRequest {
  const note = fault ?? refused?.hiddenReason
  return {
    id,
    at,
    ...(actor && { actor: actor.email }),
    ...(operation && { operation }),
    method: cut(method),
    path: cut(path, 1000),
    status,
    ...(replayed && { replayed }),
    ...(refused && { code: refused.code }),
    ...(refused?.decision && { decision: refused.decision }),
    ...(note !== undefined && { note }),
  }
}
