import type { OperationId } from '../../src/generated/operations.ts'
import { aboutOf, nothingKnown, withMade } from '../platform/about.ts'
import { answerOf } from './answer.ts'
import { keyOf } from './idempotency.ts'
import { rememberWhoSaw } from '../platform/last-seen.ts'
import type { Answer, Message } from '../message/message.ts'
import { idsNamedBy } from '../platform/named-ids.ts'
import { type Circumstances, perform, type Rehearse } from './perform.ts'
import type { Platform, Request } from '../platform/platform.ts'
import type { Refused } from '../message/refusal.ts'
import { explaining, rehearse as rehearseIn } from './rehearse.ts'
import type { Trace } from '../platform/trace.ts'

/** Carries the call out for good if it can be answered, and not at all if it can't. */
export function commit(
  platform: Platform,
  request: Request<OperationId>,
  message: Message,
  trace: Trace,
): Answer | Refused {
  const { store, log } = platform
  const { origin } = message
  const rehearse: Rehearse = (...asked) => rehearseIn(platform, ...asked)
  const notice: Circumstances['notice'] = (call, reached) => {
    trace.about = { ...aboutOf(platform, call), reached }
    if (keyOf(message) !== undefined) trace.ids = idsNamedBy(platform, call)
  }
  return store.transaction(
    () => {
      const result = perform(platform, request, {
        ...explaining(platform),
        rehearse,
        origin,
        notice,
        noteAnswer: (answered) => (trace.answered = answered),
      })
      if (!result.ok) return result
      const answer = answerOf(platform, request, result)
      trace.about ??= nothingKnown
      if (result.kind === 'thing') {
        trace.about = withMade(platform, trace.about, result)
        if (result.mail !== undefined) log.send(result.mail)
      }
      trace.ofRecords = result.kind === 'page' || result.kind === 'thing'
      rememberWhoSaw(platform, request.actor, trace.about)
      return answer
    },
    (outcome) => 'body' in outcome,
  )
}
