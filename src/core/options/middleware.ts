import type { Middleware, MiddlewareCallbackParams } from 'openapi-fetch'
import { inTime } from '../limits/deadline.ts'
import { ConnectionError } from '../../errors/transport-errors.ts'
import { checkMethods, must } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'
import type { Mask } from '../watch/redact.ts'
import { reasonIn, safeCause } from '../watch/safe-cause.ts'

const names = ['onRequest', 'onResponse', 'onError'] as const

/** Refuses all but a list of objects with at least one of the three functions. */
export function checkMiddleware(
  what: string,
  list: unknown,
): asserts list is readonly Middleware[] {
  if (!Array.isArray(list)) throw must(what, 'a list', kindOf(list))
  list.forEach((one, at) => checkMethods(`${what}[${at}]`, one, names, true))
}

/**
 * Wraps middleware for one call, whose signal ends it. An error of it becomes the cause of a
 * {@link ConnectionError}, since no answer came.
 *
 * @param call - The call, as messages name it.
 * @param adopt - Reads a Response that it answers, and makes an unread one of it.
 */
export function guarded(
  one: Middleware,
  at: number,
  call: string,
  mask: Mask,
  adopt: (response: Response, request: Request) => Promise<Response>,
): Middleware {
  async function guard<T>(
    name: (typeof names)[number],
    { request }: MiddlewareCallbackParams,
    act: () => T | Response | void | Promise<T | Response | void>,
    failed?: unknown,
  ): Promise<T | Response | void> {
    const result = await inTime(call, Infinity, request.signal, ({ within }) =>
      within(async () => {
        try {
          const answer = await act()
          if (answer instanceof Error) throw answer
          if (!answer || answer instanceof Response) return answer
          if (name === 'onRequest' && answer instanceof Request) return answer
          throw must('it', 'a Response or nothing', kindOf(answer))
        } catch (cause) {
          // onError may rethrow the call's own error.
          if (failed && failed === cause) throw cause
          const reason = reasonIn(safeCause(cause, mask))
          throw new ConnectionError(`middleware[${at}].${name} failed: ${reason}`, { cause })
        }
      }),
    )
    return result instanceof Response ? adopt(result, request) : result
  }

  return {
    onRequest: (options) => guard('onRequest', options, () => one.onRequest?.(options)),
    onResponse(options) {
      // A copy, so that its body is unread for whoever comes next.
      const response = options.response.clone()
      return guard('onResponse', options, async () => {
        const given = await one.onResponse?.({ ...options, response })
        return given === response ? undefined : given
      })
    },
    onError: (options) => guard('onError', options, () => one.onError?.(options), options.error),
  }
}
