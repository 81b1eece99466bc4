import { type OperationId, operations } from '../../src/generated/operations.ts'
import type { About } from '../log/about.ts'
import type { Trace } from '../log/trace.ts'
import type { Answer, Message } from '../message/message.ts'
import { decisionText } from '../message/decision-text.ts'
import type { Refused } from '../message/refusal.ts'
import type { Platform } from '../platform/platform.ts'
import { SinceChange } from '../platform/since-change.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { freeze } from '../shared/freeze.ts'

/** The outcome of a request, with the parts of it that the log keeps. */
interface Known {
  readonly outcome: Answer | Refused
  readonly about: About | undefined
  readonly input: unknown
}

const outcomes = new SinceChange<Known>()

/**
 * Answers a request from memory if the same person made the same one and nothing has changed since. Keeps
 * only outcomes that follow from the state alone: reads of records, and denials. Explaining a denial takes
 * several rehearsals, and screens ask the same questions again and again.
 */
export function answerOnce(
  platform: Platform,
  { actor, operation }: { readonly actor: UserRecord; readonly operation: OperationId },
  message: Message,
  trace: Trace,
  work: () => Answer | Refused,
): Answer | Refused {
  if (message.headers['content-encoding'] !== undefined) return work()
  const { method, path } = message
  const what = method === 'GET' ? path : `${method} ${path}`
  const how = saidIn(operation, message)
  const known = outcomes.get(platform, actor, what, how)
  if (known !== undefined) {
    if (known.about) trace.about = known.about
    trace.input = known.input
    return known.outcome
  }
  const outcome = work()
  const text = lastingText(operation, outcome, trace)
  if (text === undefined) return outcome
  const { about, input } = trace
  const size = what.length + how.length + text.length
  return outcomes.set(
    platform,
    [actor, what, how],
    { outcome: freeze(outcome), about, input },
    size,
  ).outcome
}

/** The parts of a request beside its method, path and caller. */
function saidIn(operation: OperationId, { query, headers, body }: Message): string {
  const ifMatch = headers['if-match']
  const takesBody = operations[operation].input === 'body'
  if (!takesBody && ifMatch === undefined) return query
  return JSON.stringify([query, ifMatch, ...(takesBody ? [headers['content-type'], body] : [])])
}

/** The text of an outcome that stays the same until something changes. */
function lastingText(
  operation: OperationId,
  outcome: Answer | Refused,
  { ofRecords }: Trace,
): string | undefined {
  if (!('body' in outcome)) return outcome.decision && decisionText(outcome.decision)
  return ofRecords && operations[operation].method === 'GET' ? outcome.body : undefined
}
