import { RolecallError } from '../base/rolecall-error.ts'
import type { EvaluationRequest, EvaluationResponse } from '../../generated/models.ts'
import { askAll, type SendOperation } from './evaluations.ts'
import type { Operations } from '../send/operations.ts'
import { inTime } from '../limits/deadline.ts'
import { takesToken } from '../options/headers.ts'
import { type Identity, identityOf, withoutToken } from '../token/identity.ts'
import { readLimits } from '../limits/limits.ts'
import type { RequestOptions } from '../options/request-options.ts'
import type { Send } from '../send/send.ts'
import type { Settings } from '../options/settings.ts'

/** How many questions one request may ask, by the spec. */
const LONGEST_BATCH = 100

/**
 * Asks a question, together with what else is asked in the same tick.
 *
 * @param identity - Whom it is asked as, where it is part of another call.
 */
export type Ask = (
  question: EvaluationRequest,
  options: RequestOptions | undefined,
  identity?: Identity,
) => Promise<EvaluationResponse>

/**
 * Sends in one request what is asked in one tick with the same token and options. Equal questions are
 * asked once, and a question that is alone goes by itself.
 */
export function createAsk(operations: Operations, send: Send, settings: Settings): Ask {
  const open = new Map<string, Batch>()

  function batchFor(identity: Identity, token: string | null, options: RequestOptions): Batch {
    // Infinity is null there, which no option is.
    const kind = JSON.stringify([token, options])
    const started = open.get(kind)
    if (started && started.questions.size < LONGEST_BATCH) return started
    const call: SendOperation = (id, input, signal) => {
      const args = { path: {}, input, options: { ...options, signal } }
      return send(operations.find(id).operation, args, identity)
    }
    const batch = startBatch(
      (questions, signal) => askAll(call, questions, signal, identity.mask),
      () => open.delete(kind),
    )
    open.set(kind, batch)
    return batch
  }

  return (
    question,
    { signal, ...options } = {},
    // Who asks in the same tick may be somebody else.
    identity = identityOf(settings.token),
  ) => {
    const { timeout, totalTimeout } = readLimits(options, settings)
    return inTime('access.evaluate', totalTimeout, signal, async ({ within }) => {
      const ask = async (ending: AbortSignal) => identity.token(ending, timeout)
      const token = takesToken(settings.headers, options.headers)
        ? await within(ask, timeout).catch((error: unknown) => {
            throw withoutToken(error)
          })
        : null
      const { join } = batchFor(identity, token, options)
      return within((ending) => join(question, ending))
    })
  }
}

interface Batch {
  /** By their text, so that equal ones are asked once. */
  readonly questions: ReadonlyMap<string, EvaluationRequest>
  /** Adds a question, and answers it. The request ends when all who joined have left. */
  join(question: EvaluationRequest, left: AbortSignal): Promise<EvaluationResponse>
}

/** A batch that is sent when the tick ends, unless everybody who asked has left by then. */
function startBatch(
  send: (
    questions: readonly EvaluationRequest[],
    signal: AbortSignal,
  ) => Promise<readonly EvaluationResponse[]>,
  close: () => unknown,
): Batch {
  const questions = new Map<string, EvaluationRequest>()
  let waiting = 0
  let sent: AbortController | undefined

  const answers = Promise.resolve().then(() => {
    close()
    if (!waiting) return []
    sent = new AbortController()
    return send([...questions.values()], sent.signal)
  })

  return {
    questions,
    async join(question, left) {
      const text = JSON.stringify(question)
      questions.set(text, question)
      waiting += 1
      left.addEventListener('abort', () => {
        waiting -= 1
        if (!waiting) sent?.abort()
      })
      const answer = (await answers)[[...questions.keys()].indexOf(text)]
      if (answer) return answer
      // Nobody waits for it.
      throw new RolecallError('Not asked')
    },
  }
}
