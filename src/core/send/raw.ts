import type { Client } from 'openapi-fetch'
import type { paths } from '../../generated/schema.ts'
import { must } from '../base/check.ts'
import { isRecord } from '../base/kind-of.ts'
import type { Operation } from '../base/operation.ts'
import { checkHeaders, takesToken } from '../options/headers.ts'
import { checkMiddleware } from '../options/middleware.ts'
import { refuseOptions } from '../options/read-options.ts'
import type { Settings } from '../options/settings.ts'
import { identityOf } from '../token/identity.ts'
import { createApi } from './api.ts'
import { headersOf } from './call-headers.ts'
import type { Written } from './attempt.ts'
import { createExchange } from './exchange.ts'
import type { Known } from './operations.ts'
import { fillPath } from './path-arguments.ts'
import { queryString } from './query.ts'
import { toJson } from './to-json.ts'

/**
 * The client of openapi-fetch, typed by the API's document, for calls that no resource offers. Its calls have the
 * same token, retries, deadlines and middleware as others; writes carry an idempotency key. They answer
 * `{ data, response }`, or for any other status than 2xx `{ error, response }` with the server's problem, or with
 * one that describes the answer if the server sent none. They reject only with a {@link ConnectionError}, a
 * {@link TimeoutError}, an {@link AbortedError} or a {@link TokenProviderError}, and with a
 * {@link RolecallError} for an argument that can't be sent.
 *
 * @example
 * const { data, error } = await client.raw.GET('/v1/roles/{role}', { params: { path: { role: 'reviewer' } } })
 * if (error) console.error(error.code, error.detail)
 * else console.log(data.permissions)
 */
export interface RawClient extends Client<paths> {}

const methods = ['GET', 'POST', 'PATCH', 'DELETE'] as const

// The name in messages.
const what = 'client.raw'

/**
 * Makes a raw client.
 *
 * @param known - Operations, for the names of calls. Other calls are named by method and path.
 */
export function createRaw(settings: Settings, known: ReadonlyMap<string, Known>): RawClient {
  const api = createApi<paths>(settings, {
    pathSerializer: (path, args) => fillPath(what, path, args),
    querySerializer: (query) => queryString(what, query),
  })
  const operationOf = (given: unknown, path: string): Operation => {
    const method = methods.find((one) => one === given)
    if (!method) throw must(`${what}: the method`, `one of ${methods.join(', ')}`, String(given))
    for (const { operation } of known.values()) {
      if (operation.method === method && operation.path === path) return operation
    }
    return { id: `${method} ${path}`, method, path }
  }

  /** Makes a call. `send` is the method of openapi-fetch, with its arguments before the options. */
  async function call(
    send: Function,
    method: string,
    args: readonly string[],
    options: unknown,
  ): Promise<unknown> {
    const path = args.at(-1) ?? ''
    const operation: Operation = { ...operationOf(method, path), answer: 'any' }
    const init = isRecord(options) ? options : {}
    refuseOptions(what, init)
    const { params, parseAs = 'json' } = init
    const headers = headersIn(init.headers)
    checkHeaders(`${what}: headers`, headers)
    // For a missing argument, openapi-fetch itself would send the name.
    const { path: values } = isRecord(params) ? params : {}
    fillPath(what, path, isRecord(values) ? values : {})
    const written: Written = {
      operation,
      body: null,
      isOurs: takesToken(settings.headers, headers),
    }
    const own: unknown = init.middleware ?? []
    checkMiddleware(`${what}: middleware`, own)
    const { fetch, middleware } = createExchange(
      { ...settings, middleware: [...settings.middleware, ...own] },
      identityOf(settings.token),
      written,
      null,
      true,
      parseAs === 'json',
    )
    return Reflect.apply(send, api, [
      ...args,
      {
        bodySerializer: (body: unknown) => (written.body = toJson(what, body)),
        fetch,
        ...init,
        headers: { ...headersOf(operation, init.body !== undefined, {}), ...headers },
        middleware,
      },
    ])
  }

  return new Proxy(api, {
    get(target, name) {
      const send: unknown = Reflect.get(target, name)
      if (typeof send !== 'function' || /^(use|eject)$/.test(String(name))) return send
      return name === 'request'
        ? (method: string, path: string, init: unknown) =>
            call(send, method.toUpperCase(), [method, path], init)
        : (path: string, init: unknown) => call(send, String(name), [path], init)
    },
  })
}

/** Headers in any form that openapi-fetch takes, as names and texts; `null` removes one. */
function headersIn(given: unknown): Record<string, string | null | undefined> {
  const isPairs = given instanceof Headers || Array.isArray(given)
  const pairs: readonly [string, unknown][] = isPairs ? [...given] : Object.entries(given ?? {})
  return Object.fromEntries(
    pairs.map(([name, value]) => [
      name,
      value === null || value === undefined ? value : `${value}`,
    ]),
  )
}
