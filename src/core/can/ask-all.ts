import { PermissionDeniedError } from '../../errors/status-errors.ts'
import type {
  EvaluationRequest,
  EvaluationResponse,
  EvaluationsResponse,
} from '../../generated/models.ts'
import type { OperationId } from '../../generated/operations.ts'
import type { Answer } from '../answers/api-promise.ts'
import { checkEvaluations } from './evaluations.ts'
import type { Mask } from '../watch/redact.ts'

/** Makes a call of one identity. */
export type SendOperation = <T>(
  id: OperationId,
  input: unknown,
  signal: AbortSignal,
) => Promise<Answer<T>>

/** The answers to questions, in their order, from one request where that is offered. */
export async function askAll(
  call: SendOperation,
  questions: readonly EvaluationRequest[],
  signal: AbortSignal,
  mask: Mask,
): Promise<readonly EvaluationResponse[]> {
  const askOne = async (question: EvaluationRequest) => {
    const id = 'access.evaluate'
    const { data, response } = await call<EvaluationResponse>(id, question, signal)
    checkEvaluations(id, [data], 1, response, mask)
    return data
  }
  if (questions.length === 1) return Promise.all(questions.map(askOne))
  try {
    const id = 'access.evaluateAll'
    const all = { evaluations: [...questions] }
    const { data, response } = await call<EvaluationsResponse>(id, all, signal)
    return checkEvaluations(id, data.evaluations ?? [], questions.length, response, mask)
  } catch (error) {
    // A policy may offer questions, and no batches of them.
    if (error instanceof PermissionDeniedError && error.code === 'operation_not_offered') {
      return Promise.all(questions.map(askOne))
    }
    throw error
  }
}
