import type { OperationId } from '../../src/generated/operations.ts'
import { aboutOf, withMade } from '../platform/remember.ts'
import { answerOf } from './answer.ts'
import { keyOf } from './idempotency.ts'
import { rememberWhoSaw } from '../platform/who-saw.ts'
import type { Answer, Message } from '../message/message.ts'
import { idsNamedBy } from '../platform/named-ids.ts'
import { lookUp, perform } from './perform.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import type { Refused } from '../message/refusal.ts'
import { explainOwnDenial } from './explain-denial.ts'
import { rehearse } from './rehearse.ts'
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
  return store.transaction(
    () => {
      const named = lookUp(platform, request)
      if (!named.ok) return named
      trace.about = { ...aboutOf(platform, named.call), reached: named.sight === 'seen' }
      if (keyOf(message) !== undefined) trace.ids = idsNamedBy(platform, named.call)
      const result = perform(platform, named, {
        origin,
        rehearse: (...asked) => rehearse(platform, ...asked),
      })
      if ('denied' in result) return explainOwnDenial(platform, request, result.denied)
      if (!result.ok) return result
      if (result.kind === 'json' && result.answered) trace.answered = result.answered
      const answer = answerOf(platform, request, result)
      if (result.kind === 'resource') {
        trace.about = withMade(platform, trace.about, result)
        if (result.mail !== undefined) log.send(result.mail)
      }
      trace.ofRecords = result.kind === 'page' || result.kind === 'resource'
      rememberWhoSaw(platform, request.actor, trace.about)
      return answer
    },
    (outcome) => 'body' in outcome,
  )
}
