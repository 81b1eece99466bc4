import type { Decision, EvaluationResponse } from '../../../src/generated/models.ts'
import { json, type JsonReply } from '../../platform/reply.ts'
import { told } from '../../platform/told.ts'
import { decideQuestion } from './decide-question.ts'
import type { AccessQuestion, AccessWork } from './question.ts'

/** How a question was decided, and what of that it is answered. */
interface Evaluated {
  /** Left out where nobody reads the answer. */
  readonly decision?: Decision
  readonly answer: EvaluationResponse
}

/**
 * The answer to a question, with its reasons only if they were asked for; any, where nobody reads it.
 * The decision has its reasons if they are asked for, or `explain` is true.
 */
export function evaluation(
  work: AccessWork,
  question: AccessQuestion,
  explain: boolean,
): Evaluated {
  if (work.rehearse === undefined) return { answer: { decision: false } }
  const decision = decideQuestion(work, question, explain || question.context?.explain === true)
  const { allowed } = decision
  if (question.context?.explain !== true) return { decision, answer: { decision: allowed } }
  const context = told(work.platform, work.actor, decision)
  return { decision, answer: { decision: allowed, context } }
}

/** Answers the only question of a request. The log has its reasons, whether or not they were asked for. */
export function singleEvaluation(work: AccessWork, question: AccessQuestion): JsonReply {
  const { decision, answer } = evaluation(work, question, true)
  return json(answer, decision && { decision })
}
