import type { Answer, DeliveryFault } from '../message/message.ts'
import { responseOf } from './response-of.ts'

/** What is known of a request when its answer is delivered: a `Request`, or the like. */
interface Awaited {
  readonly method: string
  readonly signal?: AbortSignal | null
}

/**
 * Delivers an answer as its fault says: late, cut or never. Rejects as `fetch` does when a connection
 * breaks, and at once when the signal aborts.
 */
export async function faultyResponse(
  answer: Answer,
  { latency = 0, connection }: DeliveryFault,
  request: Awaited,
): Promise<Response> {
  const { method, signal } = request
  if (latency > 0) await holding(request, delay(latency, signal))
  if (connection === undefined) return responseOf(answer, method)
  if (connection === 'stall') return holding(request, never(signal))
  if (connection === 'refuse') {
    throw failure('fetch failed', 'connect ECONNREFUSED', 'ECONNREFUSED')
  }
  const isEmpty = answer.body === '' || method === 'HEAD'
  if (connection === 'cut' && !isEmpty) return cutResponse(answer)
  throw failure('fetch failed', 'read ECONNRESET', 'ECONNRESET')
}

/** An error as Node's `fetch` throws it. Clients tell by its cause whether a repeat may succeed. */
const failure = (message: string, reason: string, code: string): TypeError =>
  new TypeError(message, { cause: Object.assign(new Error(reason), { code }) })

const held = new Set<Awaited>()

/**
 * Holds a request while it waits. In Node, the signal of a Request hears that of the caller only as long
 * as somebody holds the Request: without this, a call would outlive its timeout after a garbage collection.
 */
async function holding<T>(request: Awaited, waiting: Promise<T>): Promise<T> {
  held.add(request)
  try {
    return await waiting
  } finally {
    held.delete(request)
  }
}

/** Waits by the global timer of this moment, which tests may replace. */
const delay = (ms: number, signal: AbortSignal | null | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal))
    const abort = () => {
      clearTimeout(timer)
      reject(reasonOf(signal))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }, ms)
    signal?.addEventListener('abort', abort, { once: true })
  })

const never = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal))
    signal?.addEventListener('abort', () => reject(reasonOf(signal)), { once: true })
  })

const reasonOf = (signal: AbortSignal | null | undefined): Error =>
  signal?.reason instanceof Error
    ? signal.reason
    : new DOMException('This operation was aborted', 'AbortError')

/** The answer with the first half of its body, which then fails. */
function cutResponse({ status, headers, body }: Answer): Response {
  const bytes = new TextEncoder().encode(body)
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2))
  let isSent = false
  const stream = new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(failure('terminated', 'other side closed', 'UND_ERR_SOCKET'))
      else controller.enqueue(half)
      isSent = true
    },
  })
  return new Response(stream, { status, headers: { ...headers } })
}
