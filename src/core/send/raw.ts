import type { Client } from 'openapi-fetch'
import { APIError } from '../../errors/api-error.ts'
import { ConnectionError } from '../../errors/transport-errors.ts'
import type { paths } from '../../generated/schema.ts'
import { must } from '../base/check.ts'
import { isWrite, type Operation } from '../base/operation.ts'
import { takesToken } from '../options/headers.ts'
import type { Settings } from '../options/settings.ts'
import { identityOf } from '../token/identity.ts'
import { createApi } from './api.ts'
import { newIdempotencyKey } from './call-headers.ts'
import { bodyOf, handOver } from './hand-over.ts'
import type { Known } from './operations.ts'
import { fillPath } from './path-arguments.ts'
import { queryString } from './query.ts'
import { sendUntilDone } from './repeat.ts'
import { toJson } from './to-json.ts'

/**
 * The client of openapi-fetch, typed by the API's document, for calls that no resource offers. Its calls have the
 * same token, retries, deadlines and middleware as others; writes carry an idempotency key. They answer
 * `{ data, response }`, or for 4xx and 5xx `{ error, response }` with the server's problem, or with one that
 * describes the answer if the server sent none. They reject only with a {@link ConnectionError}, a
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
  const noted = new WeakMap<Request, { path: string; isJson: boolean }>()

  const operationOf = (given: string, path: string): Operation => {
    const method = methods.find((one) => one === given)
    if (!method) throw must(`${what}: the method`, `one of ${methods.join(', ')}`, given)
    for (const { operation } of known.values()) {
      if (operation.method === method && operation.path === path) return operation
    }
    return { id: `${method} ${path}`, method, path }
  }

  const api = createApi<paths>(settings, {
    pathSerializer: (path, args) => fillPath(what, path, args),
    querySerializer: (query) => queryString(what, query),
    bodySerializer: (body) => toJson(what, body),
    async fetch(request) {
      const { method, headers, signal } = request
      const { path = new URL(request.url).pathname, isJson = true } = noted.get(request) ?? {}
      // The shape of an answer is left to the caller.
      const operation: Operation = { ...operationOf(method, path), answer: 'any' }
      const body = await bodyOf(request)
      if (body !== null && method === 'PATCH') {
        headers.set('content-type', 'application/merge-patch+json')
      }
      if (isWrite(operation) && !headers.has('idempotency-key')) {
        headers.set('idempotency-key', newIdempotencyKey())
      }
      const call = { operation, request, body, isOurs: takesToken(settings.headers) }
      const identity = identityOf(settings.token)
      const tried = await sendUntilDone(settings, call, identity, signal)
      try {
        return handOver(tried, identity.mask, isJson)
      } catch (error) {
        if (!(error instanceof APIError)) throw error
        throw new ConnectionError(error.message, { cause: error })
      }
    },
  })
  api.use({
    onRequest({ request, schemaPath: path, params, options }) {
      // For a missing argument, openapi-fetch itself would send the name.
      fillPath(what, path, params.path ?? {})
      noted.set(request, { path, isJson: options.parseAs === 'json' })
    },
  })
  return api
}
