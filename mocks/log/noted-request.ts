import type { Decision, ProblemCode } from '../../src/generated/models.ts'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import { decisionText, readDecision } from '../message/decision-text.ts'
import type { Message } from '../message/message.ts'
import { parseInput } from '../message/parse.ts'
import { type Refused, ruleOf } from '../message/refusal.ts'
import { cut } from '../shared/brief.ts'
import {
  loggedInput,
  longestKept,
  type Mask,
  maskFor,
  maskWithin,
  type Sent,
} from './logged-input.ts'
import type { LoggedFault } from './logged-fault.ts'
import { type AskedQuestion, loggedQuestions } from './logged-question.ts'
import type { LoggedEntry, LoggedRequest } from './logged-request.ts'
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
  readonly rule: string | undefined
  readonly questions: readonly AskedQuestion[]
  /**
   * The decisions of the questions, or that of a denied call. As JSON of that moment: parts of a decision
   * are worked out when they are read.
   */
  readonly decisions: readonly string[]
  /** Whether the request asked several questions, be it a list of one. */
  readonly isBatch: boolean
  /** What the plan of faults did. */
  readonly struck: LoggedFault | undefined
  readonly note: string | undefined
  readonly observer: true | undefined
  readonly ms: number
}

/** Notes an answered request. */
export function noteRequest(
  trace: Trace,
  message: Message,
  status: number,
  refused: Refused | undefined,
): NotedRequest {
  const { id, at, actor, operation, path = [], input } = trace
  const { query, body = '' } = message
  const length = Math.max(query.length, body.length)
  const isKept = length <= longestKept
  const takes = operation && operations[operation].input
  const isSaid = takes !== undefined && (takes === 'body' ? body : query) !== ''
  const { questions, decisions, isBatch } = (refused ? denialOf(refused) : trace.answered) ?? none
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
    replayed: trace.replayed,
    code: trace.struck?.code ?? refused?.code,
    rule: refused && ruleOf(refused),
    questions,
    decisions: decisions.map(decisionText),
    isBatch,
    struck: trace.struck,
    note:
      trace.fault ?? refused?.hiddenReason ?? trace.note ?? (operation ? undefined : refused?.text),
    observer: trace.observer,
    ms: performance.now() - trace.began,
  }
}

const none = { questions: [], decisions: [], isBatch: false }

const denialOf = ({ decision }: Refused) => decision && { ...none, decisions: [decision] }

/** Reads the input of a request that was refused unread. */
function readAnyway(message: Message, operation: OperationId | undefined): unknown {
  const parsed = operation && parseInput(operation, message)
  return parsed?.ok === true ? parsed.input : undefined
}

/** The log entry of a request. */
// Its arguments are typed by its operation: they were read by that operation's schema, or refused.
export function loggedRequest(noted: NotedRequest): LoggedRequest
export function loggedRequest(noted: NotedRequest): LoggedEntry {
  const { id, at, actor, operation, status, replayed, code, rule, struck, observer } = noted
  const mask = maskFor(noted.authorization)
  const { omitted, ...said } = loggedInput(noted, mask)
  const notes = [noted.note, omitted].filter((note) => note !== undefined)
  const entry = {
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
    ...(rule !== undefined && { rule }),
    ...decided(noted, mask),
    ...(struck && { fault: struck }),
    ...(observer && { observer }),
    ...(notes.length > 0 && { note: mask(notes.join(' ')) }),
    ms: Math.round(noted.ms * 1000) / 1000,
  }
  return Object.defineProperty(entry, 'ms', { enumerable: false })
}

/** The questions and decisions of an entry. */
function decided({ questions, decisions, isBatch, length }: NotedRequest, mask: Mask) {
  const asked = loggedQuestions(questions, length, mask)
  const masked = decisions.map((text): Decision => {
    const copy = readDecision(text)
    maskWithin(copy, mask)
    return copy
  })
  if (isBatch) return { questions: asked, decisions: masked }
  const [[question], [decision]] = [asked, masked]
  return { ...(question && { question }), ...(decision && { decision }) }
}

/** The size of a request in characters, without parts of fixed size. */
export const weightOf = ({
  path,
  query,
  body,
  length,
  questions,
  decisions,
}: NotedRequest): number =>
  path.length +
  2 * (query.length + body.length) +
  (questions.length > 0 ? length : 0) +
  decisions.reduce((sum, text) => sum + text.length, 0)
