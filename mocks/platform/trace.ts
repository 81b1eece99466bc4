import type { Decision } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import type { UserRecord } from '../policy/world.ts'
import { cut } from '../shared/brief.ts'
import type { About } from './about.ts'
import type { LoggedRequest } from './log.ts'
import { loggedInput, maskFor, maskWithin } from './logged-input.ts'
import type { Message } from '../message/message.ts'
import type { NamedIds } from './named-ids.ts'
import type { Refused } from '../message/refusal.ts'

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
  /** What broke inside the mock. */
  fault?: string
}

/** A copy of a decision, as it is now: who may run its remedies is looked up when they are read. */
function maskedDecision(decision: Decision, mask: (text: string) => string): Decision {
  const copy = structuredClone(decision)
  maskWithin(copy, mask)
  return copy
}

/** The request as the log has it. */
export function entryOf(
  { id, at, actor, operation, path = [], input, answered, replayed, fault }: Trace,
  message: Message,
  status: number,
  refused: Refused | undefined,
): LoggedRequest {
  const { omitted, ...said } = loggedInput(message, operation, path, input)
  const notes = [fault ?? refused?.hiddenReason, omitted].filter((note) => note !== undefined)
  const mask = maskFor(message)
  const decision = refused?.decision ?? answered?.decision
  const decisions = refused ? undefined : answered?.decisions
  return {
    id,
    at,
    ...(actor && { actor: actor.email }),
    ...(operation && { operation }),
    method: cut(message.method),
    path: cut(mask(message.path), 1000),
    ...said,
    status,
    ...(replayed && { replayed }),
    ...(refused && { code: refused.code }),
    ...(decision && { decision: maskedDecision(decision, mask) }),
    ...(decisions && { decisions: decisions.map((one) => maskedDecision(one, mask)) }),
    ...(notes.length > 0 && { note: mask(notes.join(' ')) }),
  }
}
