import type { Answer } from '../answers/api-promise.ts'
import type { Operation } from '../base/operation.ts'
import { readLimits } from '../limits/limits.ts'
import { takesToken } from '../options/headers.ts'
import type { Settings } from '../options/settings.ts'
import { type Identity, identityOf } from '../token/identity.ts'
import { type AnyPaths, createApi } from './api.ts'
import type { Arguments } from './arguments.ts'
import type { Written } from './attempt.ts'
import { headersOf } from './call-headers.ts'
import { createExchange } from './exchange.ts'
import { fillPath } from './path-arguments.ts'
import { queryString } from './query.ts'
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
  declare readonly url: string
  declare readonly headers: Headers
  declare readonly method: string

  constructor(url: string, init: Draft) {
    Object.assign(this, init, { url })
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
    const written: Written = {
      operation,
      body: null,
      isOurs: takesToken(settings.headers, options.headers),
    }
    const { answer, ...exchange } = createExchange<T>(
      current,
      identity,
      written,
      signal,
      hasMiddleware,
    )

    await api[method](operation.path, {
      pathSerializer: (template, values) => fillPath(id, template, values),
      // openapi-fetch would take null for no query.
      querySerializer: () => (isQuery ? queryString(id, input) : ''),
      bodySerializer: () => (written.body = toJson(id, input)),
      params: { path, query: isQuery ? input : undefined },
      body: isBody ? input : undefined,
      headers: headersOf(operation, isBody, options),
      // Our `fetch` reads it.
      parseAs: 'stream',
      ...(hasMiddleware ? { signal } : { Request: Draft }),
      ...exchange,
    })
    return answer()
  }
}
