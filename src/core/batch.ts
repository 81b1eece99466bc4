import { RolecallError } from '../errors/rolecall-error.ts'
import { PermissionDeniedError } from '../errors/status-errors.ts'
import type { EvaluationRequest, EvaluationResponse } from '../generated/models.ts'
import type { AccessClient } from '../generated/resources/access.ts'
import { startDeadline } from './deadline.ts'
import { checkEvaluations } from './evaluations.ts'
import type { RequestOptions } from './request-options.ts'

/** How many questions one request may ask, by the spec. */
const LONGEST_BATCH = 100

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

  function batchFor(options: RequestOptions): Batch {
    // Infinity is null there, which no option is.
    const kind = JSON.stringify(options)
    let batch = open.get(kind)
    if (!batch || batch.questions.size === LONGEST_BATCH) {
      batch = startBatch(access, options, () => open.delete(kind))
      open.set(kind, batch)
    }
    return batch
  }

  return (question, { signal, ...options } = {}) => {
    const batch = batchFor(options)
    const deadline = startDeadline('access.evaluate', forEver, signal)
    const answer = deadline.attempt((ended) => {
      const text = JSON.stringify(question)
      batch.questions.set(text, question)
      batch.waiting += 1
      ended.addEventListener('abort', () => {
        batch.waiting -= 1
        if (!batch.waiting) batch.sent?.abort()
      })
      return answerTo(text, batch)
    })
    return answer.finally(deadline.close)
  }
}

// The request has limits of its own.
const forEver = { timeout: Infinity, totalTimeout: Infinity }

interface Batch {
  /** By their text, so that equal ones are asked once. */
  readonly questions: Map<string, EvaluationRequest>
  readonly answers: Promise<readonly EvaluationResponse[]>
  /** How many still want to know. */
  waiting: number
  sent?: AbortController
}

/** A batch that is sent when the tick ends, unless everybody who asked has gone by then. */
function startBatch(access: Access, options: RequestOptions, close: () => unknown): Batch {
  const batch: Batch = {
    questions: new Map(),
    waiting: 0,
    answers: Promise.resolve().then(() => {
      close()
      if (!batch.waiting) return []
      const { signal } = (batch.sent = new AbortController())
      return askAll(access, [...batch.questions.values()], { ...options, signal })
    }),
  }
  return batch
}

async function answerTo(text: string, { questions, answers }: Batch): Promise<EvaluationResponse> {
  const answer = (await answers)[[...questions.keys()].indexOf(text)]
  if (answer) return answer
  // Nobody waits for it.
  throw new RolecallError('access.evaluateAll was not asked')
}

async function askAll(
  access: Access,
  questions: readonly EvaluationRequest[],
  options: RequestOptions,
): Promise<readonly EvaluationResponse[]> {
  const askOne = async (question: EvaluationRequest) => {
    const { data, response } = await access.evaluate(question, options).withResponse()
    checkEvaluations('access.evaluate', [data], 1, response)
    return data
  }
  if (questions.length === 1) return Promise.all(questions.map(askOne))
  try {
    const { data, response } = await access
      .evaluateAll({ evaluations: [...questions] }, options)
      .withResponse()
    const { evaluations = [] } = data
    return checkEvaluations('access.evaluateAll', evaluations, questions.length, response)
  } catch (error) {
    // A policy may offer questions, and no batches of them.
    if (error instanceof PermissionDeniedError && error.code === 'operation_not_offered') {
      return Promise.all(questions.map(askOne))
    }
    throw error
  }
}
