import type { Middleware, MiddlewareCallbackParams } from 'openapi-fetch'
import { ConnectionError } from '../../errors/transport-errors.ts'
import { type Check, checkMethods, must } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'
import { reasonIn, safeCause } from '../watch/safe-cause.ts'

const names = ['onRequest', 'onResponse', 'onError'] as const

/** Refuses all but a list of objects with at least one of the three functions. */
export const checkMiddleware: Check = (what, list) => {
  if (!Array.isArray(list)) throw must(what, 'a list', kindOf(list))
  list.forEach((one, at) => checkMethods(`${what}[${at}]`, one, names, true))
}

/** Wraps middleware: an error of it becomes the cause of a {@link ConnectionError}, since no answer came. */
export function guarded(one: Middleware, at: number): Middleware {
  const guard =
    <O extends object, R>(name: (typeof names)[number], call: (options: O) => R | Promise<R>) =>
    async (options: O): Promise<R> => {
      try {
        const result = await call(options)
        if (result instanceof Error) throw result
        if (
          !result ||
          result instanceof Response ||
          (name === 'onRequest' && result instanceof Request)
        )
          return result
        throw new TypeError(`it must answer a Response or nothing, not ${kindOf(result)}`)
      } catch (cause) {
        // onError may rethrow the call's own error.
        if ('error' in options && options.error === cause) throw cause
        const reason = reasonIn(safeCause(cause, String))
        throw new ConnectionError(`middleware[${at}].${name} failed: ${reason}`, { cause })
      }
    }
  return {
    onRequest: guard('onRequest', (options: MiddlewareCallbackParams) => one.onRequest?.(options)),
    onResponse: guard('onResponse', (options: MiddlewareCallbackParams & { response: Response }) =>
      one.onResponse?.(options),
    ),
    onError: guard('onError', (options: MiddlewareCallbackParams & { error: unknown }) =>
      one.onError?.(options),
    ),
  }
}
