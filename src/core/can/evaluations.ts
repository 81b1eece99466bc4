import { errorFromAnswer } from '../../errors/from-answer.ts'
import { PermissionDeniedError } from '../../errors/status-errors.ts'
import type {
  EvaluationRequest,
  EvaluationResponse,
  EvaluationsResponse,
} from '../../generated/models.ts'
import type { OperationId } from '../../generated/operations.ts'
import type { Answer } from '../answers/api-promise.ts'
import { decision as decisionShape, fits } from '../base/shape.ts'
import type { Mask } from '../watch/redact.ts'

/** Makes a call of one identity. */
export type SendOperation = <T>(
  id: OperationId,
  input: unknown,
  signal: AbortSignal,
) => Promise<Answer<T>>

/** Answers questions, in their order: by one request, or by one each if the policy offers no batches. */
export async function askAll(
  send: SendOperation,
  questions: readonly EvaluationRequest[],
  signal: AbortSignal,
  mask: Mask,
): Promise<readonly EvaluationResponse[]> {
  const [first, ...more] = questions
  const operation = more.length ? 'access.evaluateAll' : 'access.evaluate'
  const input = more.length ? { evaluations: questions } : first
  try {
    const { data, response } = await send<EvaluationResponse & EvaluationsResponse>(
      operation,
      input,
      signal,
    )
    const answers = more.length ? (data.evaluations ?? []) : [data]
    const what = faultOf(answers, questions.length)
    if (what) throw errorFromAnswer({ operation, response, text: '', mask, what })
    return answers
  } catch (error) {
    const isOffered =
      !(error instanceof PermissionDeniedError) || error.code !== 'operation_not_offered'
    if (isOffered || !more.length) throw error
    const asked = questions.map((question) => askAll(send, [question], signal, mask))
    return (await Promise.all(asked)).flat()
  }
}

function faultOf(answers: readonly EvaluationResponse[], count: number): string | undefined {
  const { length } = answers
  if (length !== count) return `${length} answers to ${count} questions`
  return answers.every(isConsistent) ? undefined : 'a decision that contradicts itself'
}

/** Whether the parts agree: `decision: true` beside `allowed: false` is not a yes. */
function isConsistent({ decision, context }: EvaluationResponse): boolean {
  const { allowed = decision, outcome = decision ? 'yes' : '' } = context ?? {}
  const isYes = outcome === 'yes'
  return fits(context ?? {}, decisionShape) && allowed === decision && isYes === decision
}
