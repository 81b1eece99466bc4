import type { OperationId } from '../../src/generated/operations.ts'
import { aboutOf, withMade } from '../platform/remember.ts'
import { answerOf, jsonAnswer } from './answer.ts'
import { keyOf } from './idempotency.ts'
import { rememberWhoSaw } from '../platform/who-saw.ts'
import type { Answer, Message } from '../message/message.ts'
import { idsNamedBy } from '../platform/named-ids.ts'
import { noteCall } from './note-coverage.ts'
import { lookUp, perform } from './perform.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import type { Refused } from '../message/refusal.ts'
import { explainDenial } from './explain-denial.ts'
import { answerAsked } from './access/answer-asked.ts'
import type { Trace } from '../log/trace.ts'

/** Carries the call out. Its changes are kept only if it ends in an answer. */
export function commit(
  platform: Platform,
  request: CallRequest<OperationId>,
  message: Message,
  trace: Trace,
): Answer | Refused {
  const { store, log } = platform
  return store.transaction(
    () => {
      const named = lookUp(platform, request)
      if (!named.ok) return named
      trace.about = { ...aboutOf(platform, named.call), reached: named.sight === 'seen' }
      if (keyOf(message) !== undefined) trace.ids = idsNamedBy(platform, named.call)
      const note = noteCall(platform, named)
      const result = perform(platform, named)
      note(result)
      if ('denied' in result) {
        return explainDenial({ platform, request, call: result.denied, asker: request.actor })
      }
      if (!result.ok) return result
      if (result.kind === 'asked') {
        const answers = answerAsked(platform, request.actor, result)
        if (!answers.ok) return answers
        if (answers.answered) trace.answered = answers.answered
        return jsonAnswer(request.operation, answers.value)
      }
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
