import { RolecallError } from '../base/rolecall-error.ts'
import type { EvaluationAnswer, EvaluationRequest } from '../../generated/models.ts'
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
 * Asks a question, together with others of the same tick.
 *
 * @param identity - Whose call it is, where it is part of another call.
 */
export type Ask = (
  question: EvaluationRequest,
  options: RequestOptions | undefined,
  identity?: Identity,
) => Promise<EvaluationAnswer>

/**
 * Sends the questions of one tick in one request, if token and options are the same. Equal questions are
 * asked once; a single question is sent as such.
 */
export function createAsk(operations: Operations, send: Send, settings: Settings): Ask {
  const open = new Map<string, Batch>()

  function batchFor(identity: Identity, token: string | null, options: RequestOptions): Batch {
    // JSON writes Infinity as null, which means the same.
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
    // Another question of the same tick may be somebody else's.
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
  /** By their JSON, so that equal ones are asked once. */
  readonly questions: ReadonlyMap<string, EvaluationRequest>
  /** Adds a question and answers it. The request is aborted when all who joined have left. */
  join(question: EvaluationRequest, left: AbortSignal): Promise<EvaluationAnswer>
}

/** Starts a batch, which is sent when the tick ends, unless all who asked have left by then. */
function startBatch(
  send: (
    questions: readonly EvaluationRequest[],
    signal: AbortSignal,
  ) => Promise<readonly EvaluationAnswer[]>,
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
      // The batch was not sent: nobody waits for this.
      throw new RolecallError('')
    },
  }
}
