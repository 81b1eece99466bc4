import { errorFromAnswer } from '../../errors/from-answer.ts'
import type {
  EvaluationAnswer,
  EvaluationRequest,
  EvaluationsResponse,
} from '../../generated/models.ts'
import type { OperationId } from '../../generated/operations.ts'
import type { Answer } from '../answers/api-promise.ts'
import { isRecord } from '../base/kind-of.ts'
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
  const [first, another] = questions
  const operation = another ? 'access.evaluateAll' : 'access.evaluate'
  const input = another ? { evaluations: questions } : first
  try {
    const { data, response } = await send<EvaluationAnswer & EvaluationsResponse>(
      operation,
      input,
      signal,
    )
    const answers = another ? (data.evaluations ?? []) : [data]
    const what =
      answers.length === questions.length
        ? !answers.every(isConsistent) && 'a contradiction'
        : `${answers.length} answers to ${questions.length} questions`
    if (what) throw errorFromAnswer({ operation, response, text: '', mask, what })
    return answers
  } catch (error) {
    const code = isRecord(error) && error.code
    if (code !== 'operation_not_offered' || !another) throw error
    const asked = questions.map((question) => askAll(send, [question], signal, mask))
    return (await Promise.all(asked)).flat()
  }
}

/**
 * Whether the parts agree: `decision: true` beside `allowed: false` is not a yes. Beside a no, another server's
 * context may be anything else than a yes.
 */
function isConsistent({ decision, context }: EvaluationAnswer): boolean {
  const { allowed = decision, outcome = decision && 'yes' }: Readonly<Record<string, unknown>> =
    isRecord(context) ? context : { allowed: decision && !context }
  return (allowed === true) === decision && (outcome === 'yes') === decision
}
