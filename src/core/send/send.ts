import { errorFromAnswer } from '../../errors/from-answer.ts'
import type { Answer } from '../answers/api-promise.ts'
import type { Operation } from '../base/operation.ts'
import { inTime } from '../limits/deadline.ts'
import { readLimits } from '../limits/limits.ts'
import { takesToken } from '../options/headers.ts'
import type { Settings } from '../options/settings.ts'
import { type Identity, identityOf } from '../token/identity.ts'
import { type AnyPaths, createApi } from './api.ts'
import type { Arguments } from './arguments.ts'
import type { Tried } from './attempt.ts'
import { headersOf } from './call-headers.ts'
import { bodyOf, handOver } from './hand-over.ts'
import { fillPath } from './path-arguments.ts'
import { queryString } from './query.ts'
import { readAnswer } from './read-answer.ts'
import { sendUntilDone } from './repeat.ts'
import { toJson } from './to-json.ts'

/**
 * Sends one call and reads its answer, or rejects with a {@link RolecallError}.
 *
 * @param identity - Whom it is made as, where it is part of another call.
 */
export type Send = <T>(
  operation: Operation,
  args: Arguments,
  identity?: Identity,
) => Promise<Answer<T>>

/** As much of a Request as our `fetch` reads where there is no middleware: each attempt makes a real one. */
class Draft {
  readonly url: string
  readonly headers: Headers

  constructor(url: string, { headers }: Draft) {
    this.url = url
    this.headers = headers
  }
}

/**
 * A call's way out and back. openapi-fetch makes its request and runs the middleware; its `fetch` is ours,
 * with token, deadlines and retries. Wrong arguments are thrown before anything is sent.
 */
export function createSend(settings: Settings): Send {
  const api = createApi<AnyPaths>(settings)
  const hasMiddleware = settings.middleware.length > 0

  return async <T>(
    operation: Operation,
    { path, input, options = {} }: Arguments,
    identity: Identity = identityOf(settings.token),
  ) => {
    const { id, method } = operation
    const { signal = null } = options
    const current = readLimits(options, settings)
    const isQuery = operation.input === 'query' && input !== undefined
    const isBody = !isQuery && input !== undefined
    let body: string | null = null
    let tried: Tried<T> = {}
    let handed: Response | undefined

    const call = () =>
      api[method](operation.path, {
        pathSerializer: (template, values) => fillPath(id, template, values),
        // openapi-fetch would take null for no query.
        querySerializer: () => (isQuery ? queryString(id, input) : ''),
        bodySerializer: () => (body = toJson(id, input)),
        params: { path, query: isQuery ? input : undefined },
        body: isBody ? input : undefined,
        headers: headersOf(operation, isBody, options),
        // Our `fetch` reads it.
        parseAs: 'stream',
        ...(hasMiddleware ? { signal } : { Request: Draft }),
        fetch: async (request: Request) => {
          if (hasMiddleware) body = await bodyOf(request)
          const isOurs = takesToken(settings.headers, options.headers)
          const out = { operation, request, body, isOurs }
          tried = await sendUntilDone<T>(current, out, identity, signal)
          if (hasMiddleware) return (handed = handOver(tried, identity.mask))
          if (tried.answer) return tried.answer.response
          throw tried.error
        },
      })

    /** The same with middleware, which may answer in place of the server. */
    const callThrough = async (ending: AbortSignal) => {
      const { response, error } = await call()
      if (response === handed) return
      const { mask } = identity
      if (response.ok) {
        tried = await readAnswer<T>(operation, response, mask, current.maxResponseBytes, ending)
      } else {
        // openapi-fetch has read it.
        const text = typeof error === 'string' ? error : JSON.stringify(error ?? '')
        throw errorFromAnswer({ operation: id, response, text, mask })
      }
    }

    // Middleware has all the time it needs, but the signal ends it too.
    if (hasMiddleware) await inTime(id, Infinity, signal, ({ within }) => within(callThrough))
    else await call()
    if (tried.answer) return tried.answer
    throw tried.error
  }
}
