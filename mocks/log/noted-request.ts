import type { Decision, ProblemCode } from '../../src/generated/models.ts'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import { decisionText, readDecision } from '../message/decision-text.ts'
import type { Message } from '../message/message.ts'
import { parseInput } from '../message/parse.ts'
import type { Refused } from '../message/refusal.ts'
import { cut } from '../shared/brief.ts'
import type { LoggedRequest } from './logged-request.ts'
import { loggedInput, longestKept, maskFor, maskWithin, type Sent } from './logged-input.ts'
import type { Trace } from './trace.ts'

/**
 * A request before it becomes a log entry. Copying and masking wait until the log is read, which for most
 * requests is never, so they don't slow down calls.
 */
export interface NotedRequest extends Sent {
  readonly id: string
  readonly at: string
  readonly actor: string | undefined
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly status: number
  readonly replayed: true | undefined
  readonly code: ProblemCode | undefined
  /** The decisions as JSON of that moment: parts of a decision are worked out when they are read. */
  readonly decision: string | undefined
  readonly decisions: readonly string[] | undefined
  readonly note: string | undefined
}

/** Notes an answered request. */
export function noteRequest(
  { id, at, actor, operation, path = [], input, answered, replayed, fault }: Trace,
  message: Message,
  status: number,
  refused: Refused | undefined,
): NotedRequest {
  const { query, body = '' } = message
  const length = Math.max(query.length, body.length)
  const isKept = length <= longestKept
  const takes = operation && operations[operation].input
  const isSaid = takes !== undefined && (takes === 'body' ? body : query) !== ''
  const decision = refused?.decision ?? answered?.decision
  return {
    id,
    at,
    actor: actor?.email,
    operation,
    references: path,
    method: message.method,
    path: message.path,
    query: isKept ? query : '',
    body: isKept ? body : '',
    length,
    isSaid,
    input: isSaid && isKept ? (input ?? readAnyway(message, operation)) : undefined,
    authorization: message.headers.authorization,
    status,
    replayed,
    code: refused?.code,
    decision: decision && decisionText(decision),
    decisions: refused ? undefined : answered?.decisions?.map(decisionText),
    note: fault ?? refused?.hiddenReason,
  }
}

/** Reads the input of a request that was refused unread. */
function readAnyway(message: Message, operation: OperationId | undefined): unknown {
  const parsed = operation && parseInput(operation, message)
  return parsed?.ok === true ? parsed.input : undefined
}

/** The log entry of a request. */
export function loggedRequest(noted: NotedRequest): LoggedRequest {
  const { id, at, actor, operation, status, replayed, code, decision, decisions } = noted
  const mask = maskFor(noted.authorization)
  const { omitted, ...said } = loggedInput(noted, mask)
  const notes = [noted.note, omitted].filter((note) => note !== undefined)
  const masked = (text: string): Decision => {
    const copy = readDecision(text)
    maskWithin(copy, mask)
    return copy
  }
  return {
    id,
    at,
    ...(actor !== undefined && { actor }),
    ...(operation && { operation }),
    method: cut(noted.method),
    path: cut(mask(noted.path), 1000),
    ...said,
    status,
    ...(replayed && { replayed }),
    ...(code && { code }),
    ...(decision !== undefined && { decision: masked(decision) }),
    ...(decisions && { decisions: decisions.map(masked) }),
    ...(notes.length > 0 && { note: mask(notes.join(' ')) }),
  }
}

/** The size of a request in characters, without parts of fixed size. */
export const weightOf = ({ path, query, body, decision, decisions = [] }: NotedRequest): number =>
  path.length +
  2 * (query.length + body.length) +
  (decision?.length ?? 0) +
  decisions.reduce((sum, text) => sum + text.length, 0)
