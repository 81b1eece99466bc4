import type { Answer } from './api-promise.ts'
import type { Attempt } from './observer.ts'
import type { Prepared } from './prepare.ts'
import { readAnswer } from './read-answer.ts'
import type { Settings } from './settings.ts'
import { sendRequest } from './transport.ts'

/** What is known of one sending of a call, written as it becomes known. */
export interface Trace {
  token?: string | undefined
  attempt?: Attempt
  response?: Response
}

/** Sends a call once, the first time being number 1, and reads the answer. */
export async function sendOnce<T>(
  settings: Settings,
  { operation, path, body, headers, takesToken }: Prepared,
  number: number,
  trace: Trace,
  refused: string | undefined,
  signal: AbortSignal,
): Promise<Answer<T>> {
  const { credentials, maxResponseBytes, observer, origin } = settings
  const { mask } = credentials
  const { id, method, answer = method === 'DELETE' ? undefined : {} } = operation
  const reading = { operation: id, shape: answer, mask, maxResponseBytes, signal }

  const promised = takesToken ? credentials.token(refused) : undefined
  // A call with a token at hand is on its way when its method returns.
  trace.token = typeof promised === 'object' ? await promised : promised
  if (trace.token) headers.set('authorization', `Bearer ${trace.token}`)
  else if (takesToken) headers.delete('authorization')
  signal.throwIfAborted()

  // The API sends nobody elsewhere, and a token must not follow.
  const init: RequestInit = { method, headers, signal, redirect: 'manual' }
  const request = new Request(origin + path, body === undefined ? init : { ...init, body })
  const started = observer.start(operation, request, number)
  trace.attempt = started instanceof Promise ? await started : started
  signal.throwIfAborted()
  trace.response = await sendRequest(settings, reading, request)
  return readAnswer(reading, trace.response)
}
