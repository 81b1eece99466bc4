import { errorFromAnswer } from '../../errors/from-answer.ts'
import type { EvaluationResponse } from '../../generated/models.ts'
import type { Mask } from '../watch/redact.ts'
import { decision as decisionShape, fits } from '../base/shape.ts'

/**
 * The answers to so many questions, unless one is missing or contradicts itself: `decision: true`
 * beside `allowed: false` is no yes.
 */
export function checkEvaluations(
  operation: string,
  evaluations: readonly EvaluationResponse[],
  count: number,
  response: Response,
  mask: Mask,
): readonly EvaluationResponse[] {
  const { length } = evaluations
  if (length === count && evaluations.every(isConsistent)) return evaluations
  const what =
    length === count
      ? 'a decision that contradicts itself'
      : `${length} answers to ${count} questions`
  throw errorFromAnswer({ operation, response, text: '', mask, what })
}

function isConsistent({ decision, context }: EvaluationResponse): boolean {
  const { allowed = decision, outcome } = context ?? {}
  const isYes = outcome === undefined ? decision : outcome === 'yes'
  return fits(context ?? {}, decisionShape) && allowed === decision && isYes === decision
}
