import { errorFromAnswer } from '../../errors/from-answer.ts'
import type {
  EvaluationAnswer,
  EvaluationRequest,
  EvaluationsResponse,
} from '../../generated/models.ts'
import type { OperationId } from '../../generated/operations.ts'
import type { Answer } from '../answers/api-promise.ts'
import { isRecord } from '../base/kind-of.ts'
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
): Promise<readonly EvaluationAnswer[]> {
  const [first, ...more] = questions
  const operation = more.length ? 'access.evaluateAll' : 'access.evaluate'
  const input = more.length ? { evaluations: questions } : first
  try {
    const { data, response } = await send<EvaluationAnswer & EvaluationsResponse>(
      operation,
      input,
      signal,
    )
    const answers = more.length ? (data.evaluations ?? []) : [data]
    const what = faultOf(answers, questions.length)
    if (what) throw errorFromAnswer({ operation, response, text: '', mask, what })
    return answers
  } catch (error) {
    const code = isRecord(error) && error.code
    if (code !== 'operation_not_offered' || !more.length) throw error
    const asked = questions.map((question) => askAll(send, [question], signal, mask))
    return (await Promise.all(asked)).flat()
  }
}

function faultOf(answers: readonly EvaluationAnswer[], count: number): string | undefined {
  if (answers.length !== count) return `${answers.length} answers to ${count} questions`
  return answers.every(isConsistent) ? undefined : 'a decision that contradicts itself'
}

/** Whether the parts agree: `decision: true` beside `allowed: false` is not a yes. */
function isConsistent({ decision, context }: EvaluationAnswer): boolean {
  const told: Readonly<Record<string, unknown>> = context ?? {}
  const { allowed = decision, outcome = decision ? 'yes' : '' } = told
  return fits(told, decisionShape) && allowed === decision && (outcome === 'yes') === decision
}
