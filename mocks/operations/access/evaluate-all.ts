import type { Decision, FieldError } from '../../../src/generated/models.ts'
import { refuse, refuseFields, type Refused } from '../../message/refusal.ts'
import { json, type Reply } from '../../platform/reply.ts'
import type { Input } from '../../message/validate.ts'
import { effortOf, effortOfAnswer, mostEffort } from './effort.ts'
import { evaluation, singleEvaluation } from './evaluation.ts'
import { LoggedReasons } from './logged-reasons.ts'
import type { AccessQuestion, AccessWork } from './question.ts'

type Batch = Input<'access.evaluateAll'>
type Part = Partial<AccessQuestion>

/** Answers several questions in order. What one leaves out is taken from the top. */
export function evaluateAll(work: AccessWork, batch: Batch): Reply | Refused {
  const { evaluations = [], options } = batch
  if (evaluations.length === 0) {
    // By the standard, a batch without questions is one question.
    const [single, faults] = complete(batch, batch, '')
    return single === undefined ? incomplete(faults) : singleEvaluation(work, single)
  }
  const parts = evaluations.map((part, index) => complete(part, batch, `/evaluations/${index}`))
  const faults = parts.flatMap(([, missing]) => missing)
  if (faults.length > 0) return incomplete(faults)
  const questions = parts.flatMap(([question]) => question ?? [])
  let effort = effortOfAll(questions)
  const answers: unknown[] = []
  const decisions: Decision[] = []
  const forLog = new LoggedReasons()
  for (const question of questions) {
    if (effort > mostEffort) return refuse(400, 'invalid_request', tooMuch)
    const { decision, answer } = evaluation(work, question, forLog.mayExplain(question))
    if (decision) decisions.push(forLog.note(question, decision))
    effort += effortOfAnswer(answer)
    answers.push(answer)
    if (endsAt[options?.evaluations_semantic ?? 'execute_all'] === answer.decision) break
  }
  return json({ evaluations: answers }, { decisions })
}

const effortOfAll = (questions: readonly AccessQuestion[]): number =>
  questions.reduce((sum, question) => sum + effortOf(question), 0)

const tooMuch =
  'The questions have too many arguments, or reasons to tell, for one request. Ask fewer at once, or without their reasons.'

/** The decision after which no further question is asked. */
const endsAt = {
  execute_all: undefined,
  deny_on_first_deny: false,
  permit_on_first_permit: true,
} as const

/** The question with what the top says of it, or what neither says. */
function complete(
  part: Part,
  top: Part,
  pointer: string,
): [AccessQuestion | undefined, FieldError[]] {
  const { subject = top.subject, action = top.action, resource = top.resource } = part
  const context = part.context ?? top.context
  if (subject !== undefined && action !== undefined && resource !== undefined) {
    return [{ subject, action, resource, ...(context && { context }) }, []]
  }
  const faults = Object.entries({ subject, action, resource }).flatMap(([key, value]) =>
    value === undefined ? [{ pointer: `${pointer}/${key}`, message: 'Is missing.' }] : [],
  )
  return [undefined, faults]
}

const incomplete = (errors: readonly FieldError[]): Refused =>
  refuseFields(400, 'invalid_request', errors)
