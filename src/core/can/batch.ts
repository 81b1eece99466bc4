import { RolecallError } from '../base/rolecall-error.ts'
import type { EvaluationRequest, EvaluationResponse } from '../../generated/models.ts'
import type { OperationId } from '../../generated/operations.ts'
import { askAll, type SendOperation } from './ask-all.ts'
import type { Operations } from '../send/operations.ts'
import { inTime } from '../limits/deadline.ts'
import { takesToken } from '../options/headers.ts'
import { type Identity, identityOf, withoutToken } from '../token/identity.ts'
import { readLimits } from '../limits/limits.ts'
import type { Mask } from '../watch/redact.ts'
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
    let batch = open.get(kind)
    if (!batch || batch.questions.size === LONGEST_BATCH) {
      const call = async <T>(id: OperationId, input: unknown, signal: AbortSignal) => {
        const args = { path: {}, input, options: { ...options, signal } }
        return send<T>(operations.find(id).operation, args, identity)
      }
      batch = startBatch(call, identity.mask, () => open.delete(kind))
      open.set(kind, batch)
    }
    return batch
  }

  return async (
    question,
    { signal, ...options } = {},
    // Who asks in the same tick may be somebody else.
    identity = identityOf(settings.token),
  ) => {
    const isAsked = takesToken(settings.headers, options.headers)
    const { timeout, totalTimeout } = readLimits(options, settings)
    return inTime('access.evaluate', totalTimeout, signal, async (deadline) => {
      const ask = async (ending: AbortSignal) => identity.token(ending, timeout)
      const token = isAsked
        ? await deadline.within(ask, timeout).catch((error: unknown) => {
            throw withoutToken(error)
          })
        : null
      const batch = batchFor(identity, token, options)
      return deadline.within((ended) => join(question, batch, ended))
    })
  }
}

function join(
  question: EvaluationRequest,
  batch: Batch,
  ended: AbortSignal,
): Promise<EvaluationResponse> {
  const text = JSON.stringify(question)
  batch.questions.set(text, question)
  batch.waiting += 1
  ended.addEventListener('abort', () => {
    batch.waiting -= 1
    if (!batch.waiting) batch.sent?.abort()
  })
  return answerTo(text, batch)
}

interface Batch {
  /** By their text, so that equal ones are asked once. */
  readonly questions: Map<string, EvaluationRequest>
  readonly answers: Promise<readonly EvaluationResponse[]>
  /** How many still want to know. */
  waiting: number
  sent?: AbortController
}

/** A batch that is sent when the tick ends, unless everybody who asked has gone by then. */
function startBatch(call: SendOperation, mask: Mask, close: () => unknown): Batch {
  const batch: Batch = {
    questions: new Map(),
    waiting: 0,
    answers: Promise.resolve().then(() => {
      close()
      if (!batch.waiting) return []
      const { signal } = (batch.sent = new AbortController())
      return askAll(call, [...batch.questions.values()], signal, mask)
    }),
  }
  return batch
}

async function answerTo(text: string, { questions, answers }: Batch): Promise<EvaluationResponse> {
  const answer = (await answers)[[...questions.keys()].indexOf(text)]
  if (answer) return answer
  // Nobody waits for it.
  throw new RolecallError('Not asked')
}
