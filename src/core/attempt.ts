import type { Answer } from './api-promise.ts'
import type { Attempt } from './observer.ts'
import type { Prepared } from './prepare.ts'
import { readAnswer } from './read-answer.ts'
import type { Settings } from './settings.ts'
import { sendRequest, type Transport } from './transport.ts'

/** What is known of one sending of a call, written as it becomes known. */
export interface Trace {
  token?: string | undefined
  attempt?: Attempt
  response?: Response
}

/** Sends a call once, the first time being number 1, and reads the answer. */
export async function sendOnce<T>(
  settings: Settings,
  transport: Transport,
  { operation, path, query, body, headers, takesToken }: Prepared,
  number: number,
  trace: Trace,
  refused: string | undefined,
  signal: AbortSignal,
): Promise<Answer<T>> {
  const { credentials, observer, maxResponseBytes } = settings
  const { mask } = credentials
  const reading = { operation: operation.id, mask, maxResponseBytes, signal }

  const promised = takesToken ? credentials.token(refused) : undefined
  // A call with a token at hand is on its way when its method returns.
  trace.token = typeof promised === 'object' ? await promised : promised
  if (trace.token) headers.set('authorization', `Bearer ${trace.token}`)
  else if (takesToken) headers.delete('authorization')
  signal.throwIfAborted()

  const { response } = await transport[operation.method](operation.path, {
    params: { path },
    querySerializer: () => query,
    body,
    bodySerializer: (text) => text,
    headers,
    signal,
    // The API sends nobody elsewhere, and a token must not follow.
    redirect: 'manual',
    parseAs: 'stream',
    fetch: async (request: Request) => {
      const started = observer.start(operation, request, number)
      trace.attempt = started instanceof Promise ? await started : started
      signal.throwIfAborted()
      const answer = await sendRequest(settings, reading, request)
      trace.response = answer
      // openapi-fetch would read a refusal by itself, and say less of it.
      if (!answer.ok) await readAnswer(reading, answer)
      return answer
    },
  })
  return readAnswer(reading, response)
}
