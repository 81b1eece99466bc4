import type { EvaluationsRequest, FieldError } from '../../../src/generated/models.ts'
import { fieldError } from '../../message/field-error.ts'
import { refuseFields, type Refused } from '../../message/refusal.ts'
import { asked, type AccessQuestion, type Asked } from './asked.ts'
import { effortOf, mostEffort, tooMuchEffort } from './effort.ts'

type PartialQuestion = Partial<AccessQuestion>

/** The questions of a batch, each completed by the defaults at its top. */
export function batch(input: EvaluationsRequest): Asked | Refused {
  const { evaluations = [], options } = input
  if (evaluations.length === 0) {
    // By the standard, a batch without questions is one question.
    const [question, faults] = complete(input, input, '')
    return question === undefined ? incomplete(faults) : asked({ asks: 'question', question })
  }
  const parts = evaluations.map((part, index) => complete(part, input, `/evaluations/${index}`))
  const faults = parts.flatMap(([, missing]) => missing)
  if (faults.length > 0) return incomplete(faults)
  const questions = parts.flatMap(([question]) => question ?? [])
  if (effortOfAll(questions) > mostEffort) return tooMuchEffort()
  const endsAt = endsAtBy[options?.evaluations_semantic ?? 'execute_all']
  return asked({ asks: 'questions', questions, endsAt })
}

export const effortOfAll = (questions: readonly AccessQuestion[]): number =>
  questions.reduce((sum, question) => sum + effortOf(question), 0)

const endsAtBy = {
  execute_all: undefined,
  deny_on_first_deny: false,
  permit_on_first_permit: true,
} as const

/** The question, with the defaults from the top; or an error for each part that both leave out. */
function complete(
  part: PartialQuestion,
  top: PartialQuestion,
  pointer: string,
): [AccessQuestion | undefined, FieldError[]] {
  const { subject = top.subject, action = top.action, resource = top.resource } = part
  const context = part.context ?? top.context
  if (subject !== undefined && action !== undefined && resource !== undefined) {
    return [{ subject, action, resource, ...(context && { context }) }, []]
  }
  const faults = Object.entries({ subject, action, resource }).flatMap(([key, value]) =>
    value === undefined ? [fieldError(`${pointer}/${key}`, 'is missing.')] : [],
  )
  return [undefined, faults]
}

const incomplete = (errors: readonly FieldError[]): Refused =>
  refuseFields(400, 'invalid_request', errors)
