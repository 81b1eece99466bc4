import type { OperationId } from '../../src/generated/operations.ts'
import { aboutOf, withMade } from '../platform/remember.ts'
import { nothingKnown } from '../log/about.ts'
import { answerOf } from './answer.ts'
import { keyOf } from './idempotency.ts'
import { rememberWhoSaw } from '../platform/who-saw.ts'
import type { Answer, Message } from '../message/message.ts'
import { idsNamedBy } from '../platform/named-ids.ts'
import { type Circumstances, perform, type Rehearse } from './perform.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import type { Refused } from '../message/refusal.ts'
import { explaining, rehearse as rehearseIn } from './rehearse.ts'
import type { Trace } from '../log/trace.ts'

/** Carries the call out for good if it can be answered, and not at all if it can't. */
export function commit(
  platform: Platform,
  request: CallRequest<OperationId>,
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
