import type { Answer } from '../answers/api-promise.ts'
import { isWrite, type Operation } from '../base/operation.ts'
import { startDeadline } from '../limits/deadline.ts'
import { readLimits } from '../limits/limits.ts'
import { entityTag, takesToken } from '../options/headers.ts'
import type { HeaderOverrides, RequestOptions } from '../options/request-options.ts'
import type { Settings } from '../options/settings.ts'
import { type Identity, identityOf } from '../token/identity.ts'
import { type AnyPaths, createApi, serializers } from './api.ts'
import type { Arguments } from './arguments.ts'
import type { Tried } from './attempt.ts'
import { bodyOf, handOver, readHanded } from './hand-over.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import { sendUntilDone } from './repeat.ts'

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

/** As much of a Request as our `fetch` reads where no middleware does: each attempt makes a real one. */
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
 * with token, deadlines and retries. What is wrong with the arguments is thrown before anything is sent.
 */
export function createSend(settings: Settings): Send {
  const api = createApi<AnyPaths>(settings)
  const hasMiddleware = settings.middleware.length > 0

  return async <T>(
    operation: Operation,
    { fault, names, path, input, options = {} }: Arguments,
    identity: Identity = identityOf(settings.token),
  ) => {
    // oxlint-disable-next-line typescript/only-throw-error -- It was thrown where they were read.
    if (fault) throw fault
    const { id, method } = operation
    const { signal = null } = options
    const current = readLimits(options, settings)
    const isBody = operation.input !== 'query' && input !== undefined
    const written = serializers(id)
    let body: string | null = null
    let tried: Tried<T> = {}
    let handed: Response | undefined

    const call = () =>
      api[method](operation.path, {
        ...written,
        // openapi-fetch would take null for none.
        querySerializer: () => written.querySerializer(isBody || input === undefined ? {} : input),
        bodySerializer: (value: unknown) => (body = written.bodySerializer(value)),
        params: {
          path: Object.fromEntries(names.map((name, at) => [name, path[at]])),
          query: isBody ? undefined : input,
        },
        body: isBody ? input : undefined,
        headers: headersOf(operation, isBody, options),
        // Our `fetch` reads it.
        parseAs: 'stream',
        ...(hasMiddleware ? { signal } : { Request: Draft }),
        fetch: async (request: Request) => {
          const { url, headers } = request
          if (hasMiddleware) body = await bodyOf(request)
          const isOurs = takesToken(settings.headers, options.headers)
          const out = {
            operation,
            url,
            headers,
            body,
            takesToken: isOurs && !headers.has('authorization'),
          }
          tried = await sendUntilDone<T>(current, out, identity, signal)
          if (hasMiddleware) return (handed = handOver(tried, identity.mask))
          if (tried.answer) return tried.answer.response
          throw tried.error
        },
      })

    if (hasMiddleware) {
      // It has all the time it needs, but the signal ends it too.
      const endless = { timeout: Infinity, totalTimeout: Infinity }
      const deadline = startDeadline(id, endless, signal)
      const { response, error } = await deadline.within(call).finally(deadline.close)
      // A middleware may have answered in place of the server.
      if (response !== handed)
        tried = await readHanded<T>(operation, response, error, current, identity.mask)
    } else await call()
    if (tried.answer) return tried.answer
    throw tried.error
  }
}

function headersOf(
  operation: Operation,
  isBody: boolean,
  { idempotencyKey, ifMatch, headers }: RequestOptions,
): HeaderOverrides {
  const { method } = operation
  return {
    'Content-Type': isBody
      ? `application/${method === 'PATCH' ? 'merge-patch+' : ''}json`
      : undefined,
    ...(isWrite(operation) && {
      'Idempotency-Key': idempotencyKey === undefined ? newIdempotencyKey() : idempotencyKey,
      'If-Match': ifMatch && entityTag(ifMatch),
    }),
    ...headers,
  }
}
