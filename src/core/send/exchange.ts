import type { Middleware } from 'openapi-fetch'
import type { Answer } from '../answers/api-promise.ts'
import { inTime } from '../limits/deadline.ts'
import { guarded } from '../options/middleware.ts'
import type { Settings } from '../options/settings.ts'
import type { Identity } from '../token/identity.ts'
import type { Tried, Written } from './attempt.ts'
import { bodyOf, handOver } from './hand-over.ts'
import { readAnswer } from './read-answer.ts'
import { sendUntilDone } from './repeat.ts'

/** The parts of a call that openapi-fetch is given. */
interface Exchange<T> {
  readonly fetch: (request: Request) => Promise<Response>
  readonly middleware: Middleware[]
  /** The answer of the server, or of the middleware that answered last in its place. Throws without one. */
  readonly answer: () => Answer<T>
}

/**
 * Makes the middleware of a call, and the `fetch` inside it. A Response of middleware is read as one of the server.
 *
 * @param written - The call as it was written. Its body is that of a request that middleware has read.
 * @param isSeen - Whether middleware or a user sees the Response, unread. Otherwise `fetch` reads the only one.
 * @param isJson - For a raw call, whether a success that is not the API's JSON counts as no answer.
 */
export function createExchange<T>(
  settings: Settings,
  identity: Identity,
  written: Written,
  signal: AbortSignal | null | undefined,
  isSeen: boolean,
  isJson?: boolean,
): Exchange<T> {
  const { operation } = written
  const { id } = operation
  const { mask } = identity
  let tried: Tried<T> = {}

  const answer = () => {
    if (tried.answer) return tried.answer
    throw tried.error
  }
  const shown = () => (isSeen ? handOver(tried, mask, isJson) : answer().response)

  const adopt = async (response: Response, request: Request) => {
    tried = await inTime(id, settings.timeout, request.signal, ({ within }) =>
      within(async (ending) => ({
        response,
        ...(await readAnswer<T>(operation, response, mask, settings.maxResponseBytes, ending).catch(
          (error: unknown) => ({ error }),
        )),
      })),
    )
    return shown()
  }

  return {
    answer,
    middleware: settings.middleware.map((one, at) => guarded(one, at, id, mask, adopt)),
    async fetch(request) {
      const body = isSeen ? await bodyOf(request, written.body) : written.body
      const out = { ...written, request, body }
      tried = await sendUntilDone<T>(settings, out, identity, request.signal ?? signal)
      return shown()
    },
  }
}
