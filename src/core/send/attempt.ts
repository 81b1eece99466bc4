import type { Operation } from '../base/operation.ts'
import type { Deadline } from '../limits/deadline.ts'
import type { Settings } from '../options/settings.ts'
import { type Identity, withoutToken } from '../token/identity.ts'
import type { Attempt } from '../watch/observer.ts'
import { type Read, readAnswer } from './read-answer.ts'
import { sendRequest } from './transport.ts'

/** A call as it is written. */
export interface Written {
  readonly operation: Operation
  /** The body's text, once it is serialised. */
  body: string | null
  /** Whether no option sets or removes `Authorization`. */
  readonly isOurs: boolean
}

/** A call as it goes out, the same in every attempt. */
export interface Outgoing extends Readonly<Written> {
  readonly request: Pick<Request, 'url' | 'headers' | 'method'>
}

/** The outcome of sending a call once. */
export interface Tried<T> extends Partial<Read<T>> {
  /** Absent: it was not sent. */
  readonly attempt?: Attempt | undefined
  readonly token?: string | null | undefined
  /** Absent: no answer came. */
  readonly response?: Response | undefined
}

/** Sends a call once, the first time being number 1, and reads the answer. It never rejects. */
export async function sendOnce<T>(
  settings: Settings,
  { operation, request: { url, headers, method }, body, isOurs }: Outgoing,
  identity: Identity,
  number: number,
  deadline: Deadline,
): Promise<Tried<T>> {
  const { maxResponseBytes, observer, timeout } = settings
  const { mask } = identity
  // Middleware may send a request elsewhere, where the token must not follow.
  const takesToken =
    isOurs && !headers.has('authorization') && url.startsWith(`${settings.baseUrl}/`)
  let token: string | null | undefined
  let attempt: Attempt | undefined
  let response: Response | undefined

  async function exchange(signal: AbortSignal): Promise<Read<T>> {
    if (takesToken) {
      const asked = identity.token(signal, timeout)
      // With a token at hand, the call is on its way when its method returns.
      token = typeof asked === 'object' && asked ? await asked : asked
    }
    signal.throwIfAborted?.()

    // The API sends nobody elsewhere, and a token must not follow.
    const init = { method, signal, redirect: 'manual', body } as const
    const request = new (settings.fetch?.ownRequest ?? Request)(url, { ...init, headers })
    if (token) request.headers.set('authorization', `Bearer ${token}`)
    identity.learn(request.headers)
    const started = observer.start(operation, request, number, mask)
    // Told by `then`: zone.js and other realms have Promise classes of their own.
    attempt = 'then' in started ? await started : started
    signal.throwIfAborted?.()
    // Hooks may have set secrets too.
    identity.learn(request.headers)
    if (request.headers.has('authorization')) settings.warnOfCleartext?.()

    response = await sendRequest(settings, operation.id, request, init, mask)
    return readAnswer<T>(operation, response, mask, maxResponseBytes, signal)
  }

  try {
    const read = await deadline.within(exchange, timeout)
    return { attempt, token, response, ...read }
  } catch (error) {
    const isAsking = takesToken && token === undefined
    return { attempt, token, response, error: isAsking ? withoutToken(error) : error }
  }
}
