import type { Answer } from '../answers/api-promise.ts'
import type { Operation } from '../base/operation.ts'
import type { Until } from '../limits/deadline.ts'
import type { Settings } from '../options/settings.ts'
import { askToken, type Identity } from '../token/identity.ts'
import type { Attempt } from '../watch/observer.ts'
import { readAnswer, shapeOf } from './read-answer.ts'
import { sendRequest } from './transport.ts'

/** A call as it goes out, in every attempt the same. */
export interface Outgoing {
  readonly operation: Operation
  readonly url: string
  readonly headers: Headers
  readonly body: string | null
  /** Whether the token goes with it: a header of the user's own, or `null`, stands in for it. */
  readonly takesToken: boolean
}

/** What came of sending a call once. */
export interface Tried<T> {
  /** Absent: it did not come to be sent. */
  readonly attempt?: Attempt | undefined
  readonly token?: string | null | undefined
  /** Absent: none came. */
  readonly response?: Response | undefined
  /** The text of a body that was read to its end. */
  readonly text?: string | undefined
  /** Absent: it failed. */
  readonly answer?: Answer<T> | undefined
  readonly error?: unknown
}

/** Sends a call once, the first time being number 1, and reads the answer. It never rejects. */
export async function sendOnce<T>(
  settings: Settings,
  { operation, url, headers, body, takesToken }: Outgoing,
  identity: Identity,
  number: number,
  signal: AbortSignal,
  until: Until,
): Promise<Tried<T>> {
  const { maxResponseBytes, observer, timeout } = settings
  const { mask } = identity
  let token: string | null | undefined
  let attempt: Attempt | undefined
  let response: Response | undefined
  try {
    if (takesToken) {
      const asked = askToken(identity, signal, until, timeout)
      // A call with a token at hand is on its way when its method returns.
      token = typeof asked === 'object' && asked ? await asked : asked
    }
    signal.throwIfAborted?.()

    // The API sends nobody elsewhere, and a token must not follow.
    const init = { method: operation.method, signal, redirect: 'manual', body } as const
    const request = new Request(url, { ...init, headers })
    if (token) request.headers.set('authorization', `Bearer ${token}`)
    identity.learn(request.headers)
    const started = observer.start(operation, request, number, mask)
    // Known by `then`, as every promise is: zone.js and other realms have a Promise of their own.
    attempt = 'then' in started ? await until(started) : started
    signal.throwIfAborted?.()
    // Hooks may have set what is secret too.
    identity.learn(request.headers)
    if (request.headers.has('authorization')) settings.warnOfCleartext?.()

    const shape = shapeOf(operation)
    const reading = { operation: operation.id, shape, mask, maxResponseBytes, signal }
    const exchange = async () => {
      response = await sendRequest(settings, reading, request, init)
      return readAnswer<T>(reading, response)
    }
    return { attempt, token, ...(await until(exchange())), response }
  } catch (error) {
    return { attempt, token, response, error }
  }
}
