import type { Answer } from '../answers/api-promise.ts'
import type { Identity } from '../token/identity.ts'
import type { Attempt } from '../watch/observer.ts'
import type { Prepared } from './prepare.ts'
import { readAnswer } from './read-answer.ts'
import type { Settings } from '../options/settings.ts'
import { sendRequest } from './transport.ts'

/** What is known of one sending of a call, written as it becomes known. */
export interface Trace {
  /** Whether a token is being asked for. */
  asking?: boolean
  token?: string | null
  attempt?: Attempt
  response?: Response
}

/** Sends a call once, the first time being number 1, and reads the answer. */
export async function sendOnce<T>(
  settings: Settings,
  { operation, path, body, headers, takesToken }: Prepared,
  identity: Identity,
  number: number,
  trace: Trace,
  signal: AbortSignal,
): Promise<Answer<T>> {
  const { base, maxResponseBytes, observer, timeout } = settings
  const { mask } = identity
  const { id, method, answer = method === 'DELETE' ? undefined : {} } = operation
  const reading = { operation: id, shape: answer, mask, maxResponseBytes, signal }

  if (takesToken) {
    trace.asking = true
    const asked = identity.token(signal, timeout)
    // A call with a token at hand is on its way when its method returns.
    trace.token = typeof asked === 'object' && asked ? await asked : asked
    trace.asking = false
    if (trace.token) headers.set('authorization', `Bearer ${trace.token}`)
    else headers.delete('authorization')
  }
  signal.throwIfAborted?.()

  // The API sends nobody elsewhere, and a token must not follow.
  const init = { method, signal, redirect: 'manual', body: body ?? null } as const
  const request = new Request(base + path, { ...init, headers })
  identity.learn(request.headers)
  const started = observer.start(operation, request, number, mask)
  // Known by `then`, as every promise is: zone.js and other realms have a Promise of their own.
  trace.attempt = 'then' in started ? await started : started
  signal.throwIfAborted?.()
  // Hooks may have set what is secret too.
  identity.learn(request.headers)
  if (request.headers.has('authorization')) settings.warnOfCleartext?.()
  trace.response = await sendRequest(settings, reading, request, init)
  return readAnswer(reading, trace.response)
}
