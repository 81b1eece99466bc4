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
import { bodyOf, handOver } from './hand-over.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import type { Known } from './operations.ts'
import { fillPath } from './path-arguments.ts'
import { queryString } from './query.ts'
import { sendUntilDone } from './repeat.ts'
import { toJson } from './to-json.ts'

/**
 * The client of openapi-fetch, typed by the API's document, for what the resources don't offer. Its calls have
 * the token, the retries, the deadlines and the middleware of all others, and an idempotency key where they
 * write. They answer `{ data, response }`, or for 4xx and 5xx `{ error, response }` with the server's problem;
 * where that sent none, with one that says what it sent. They reject with a {@link ConnectionError}, a
 * {@link TimeoutError}, an {@link AbortedError} or a {@link TokenProviderError} alone, and with a
 * {@link RolecallError} for an argument that can't be sent.
 *
 * @example
 * const { data, error } = await client.raw.GET('/v1/roles/{role}', { params: { path: { role: 'reviewer' } } })
 * if (error) console.error(error.code, error.detail)
 * else console.log(data.permissions)
 */
export interface RawClient extends Client<paths> {}

const methods = ['GET', 'POST', 'PATCH', 'DELETE'] as const

// What messages name.
const what = 'client.raw'

/**
 * Makes a raw client.
 *
 * @param known - The operations by whose names its calls go; one that it doesn't have goes by method and path.
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
      const { url, method, headers, signal } = request
      const { path = new URL(url).pathname, isJson = true } = noted.get(request) ?? {}
      // What the resources check of an answer beyond its JSON is left to the caller.
      const operation: Operation = { ...operationOf(method, path), answer: 'any' }
      const body = await bodyOf(request)
      if (body !== null && method === 'PATCH') {
        headers.set('content-type', 'application/merge-patch+json')
      }
      if (isWrite(operation) && !headers.has('idempotency-key')) {
        headers.set('idempotency-key', newIdempotencyKey())
      }
      const isOurs = takesToken(settings.headers) && !headers.has('authorization')
      const call = { operation, url, headers, body, takesToken: isOurs }
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
      // Of an argument that is missing openapi-fetch itself would send the name.
      fillPath(what, path, params.path ?? {})
      noted.set(request, { path, isJson: options.parseAs === 'json' })
    },
  })
  return api
}
