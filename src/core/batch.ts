import { RolecallError } from '../errors/rolecall-error.ts'
import { PermissionDeniedError } from '../errors/status-errors.ts'
import type { EvaluationRequest, EvaluationResponse } from '../generated/models.ts'
import type { AccessClient } from '../generated/resources/access.ts'
import { abortable } from './abortable.ts'
import type { RequestOptions } from './request-options.ts'

/** How many questions one request may ask, by the spec. */
const LONGEST_BATCH = 200

type Access = Pick<AccessClient, 'evaluate' | 'evaluateAll'>

/** Asks a question, together with what else is asked in the same tick. */
export type Ask = (
  question: EvaluationRequest,
  options: RequestOptions | undefined,
) => Promise<EvaluationResponse>

/**
 * Sends in one request what is asked in one tick with the same options. Equal questions are asked
 * once, and a question that is alone goes by itself.
 */
export function createAsk(access: Access): Ask {
  const open = new Map<string, Batch>()

  return (question, { signal, ...options } = {}) => {
    const kind = JSON.stringify(options, numberAsText)
    let batch = open.get(kind)
    if (!batch || batch.isFull()) {
      const started = startBatch(access, options, () => {
        if (open.get(kind) === started) open.delete(kind)
      })
      open.set(kind, (batch = started))
    }
    return batch.ask(question, signal)
  }
}

// JSON has no Infinity, which is a timeout as well.
function numberAsText(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? `${value}` : value
}

interface Batch {
  isFull(): boolean
  ask(question: EvaluationRequest, signal: AbortSignal | undefined): Promise<EvaluationResponse>
}

/** A batch that is sent when the tick ends, unless everybody who asked has gone by then. */
function startBatch(access: Access, options: RequestOptions, close: () => void): Batch {
  const places = new Map<string, number>()
  const questions: EvaluationRequest[] = []
  let waiting = 0
  let sent: AbortController | undefined

  const answers = Promise.resolve().then(() => {
    close()
    if (waiting === 0) return []
    sent = new AbortController()
    return askAll(access, questions, { ...options, signal: sent.signal })
  })

  async function answerAt(place: number): Promise<EvaluationResponse> {
    const { length, [place]: answer } = await answers
    if (answer) return answer
    throw new RolecallError(
      `access.evaluateAll must answer all ${questions.length} questions, not ${length} of them`,
    )
  }

  function leave(): void {
    waiting -= 1
    if (waiting === 0) sent?.abort()
  }

  return {
    isFull: () => questions.length === LONGEST_BATCH,
    ask(question, signal) {
      const text = JSON.stringify(question)
      const place = places.get(text) ?? questions.push(question) - 1
      places.set(text, place)
      waiting += 1
      return abortable('access.evaluate', signal, answerAt(place), leave)
    },
  }
}

async function askAll(
  access: Access,
  questions: readonly EvaluationRequest[],
  options: RequestOptions,
): Promise<EvaluationResponse[]> {
  const askOne = (question: EvaluationRequest) => access.evaluate(question, options)
  const [first, ...others] = questions
  if (first && others.length === 0) return [await askOne(first)]
  try {
    const { evaluations = [] } = await access.evaluateAll({ evaluations: [...questions] }, options)
    return evaluations
  } catch (error) {
    // A policy may offer questions, and no batches of them.
    const isOffered = !(
      error instanceof PermissionDeniedError && error.code === 'operation_not_offered'
    )
    if (isOffered) throw error
    return Promise.all(questions.map(askOne))
  }
}
