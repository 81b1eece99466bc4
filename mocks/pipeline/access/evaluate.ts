import type {
  Decision,
  EvaluationAnswer,
  EvaluationResponse,
} from '../../../src/generated/models.ts'
import type { Answered } from '../../log/trace.ts'
import type { Refused } from '../../message/refusal.ts'
import type { AccessQuestion, Evaluations } from '../../operations/access/asked.ts'
import { effortOfAnswer, mostEffort, tooMuchEffort } from '../../operations/access/effort.ts'
import { disclosedDecision } from '../../platform/disclosed.ts'
import { withRuleUrl } from '../../platform/rule-url.ts'
import type { Asker } from './asker.ts'
import { decideQuestion } from './decide-question.ts'
import { LoggedReasons } from './logged-reasons.ts'
import { noteQuestion } from './note-question.ts'

/** The body of an answer, with the decisions for the log. */
export interface Answers {
  readonly ok: true
  readonly value: unknown
  readonly answered?: Answered
}

/** Answers the only question of a request. The log has its reasons even if the request did not ask for them. */
export function evaluateOne(asker: Asker, question: AccessQuestion): Answers {
  const { decision, answer } = evaluate(asker, question, true)
  const answered = { questions: [question], decisions: [decision], isBatch: false }
  return { ok: true, value: answer, answered }
}

/**
 * Answers several questions in order, up to the first whose decision is `endsAt`. One that can't be read is
 * a no; the log leaves it out.
 */
export function evaluateAll(
  asker: Asker,
  { questions, effort: effortOfReading, endsAt }: Evaluations,
): Answers | Refused {
  let effort = effortOfReading
  const evaluations: EvaluationAnswer[] = []
  const asked: AccessQuestion[] = []
  const decisions: Decision[] = []
  const forLog = new LoggedReasons()
  for (const one of questions) {
    if (effort > mostEffort) return tooMuchEffort()
    if (!one.ok) {
      const { status, text: message } = one
      evaluations.push({ decision: false, context: { error: { status, message } } })
      if (endsAt === false) break
      continue
    }
    const { question } = one
    const { decision, answer } = evaluate(asker, question, forLog.mayExplain(question))
    asked.push(question)
    decisions.push(forLog.note(question, decision))
    effort += effortOfAnswer(answer)
    evaluations.push(answer)
    if (endsAt === answer.decision) break
  }
  const answered = { questions: asked, decisions, isBatch: true }
  return { ok: true, value: { evaluations }, answered }
}

/** Decides a question, with reasons if it asks for them or `explain` is true. The answer has them only if it asks. */
function evaluate(
  asker: Asker,
  question: AccessQuestion,
  explain: boolean,
): { readonly decision: Decision; readonly answer: EvaluationResponse } {
  const isAsked = question.context?.rolecall?.explain === true
  const decided = decideQuestion(asker, question, explain || isAsked)
  const decision = withRuleUrl(asker.platform, decided)
  noteQuestion(asker, question, decision)
  const { allowed } = decision
  if (!isAsked) return { decision, answer: { decision: allowed } }
  const context = disclosedDecision(asker.platform, asker.actor, decision)
  return { decision, answer: { decision: allowed, context } }
}
