import { createFinalURL } from 'openapi-fetch'
import type { Arguments } from './arguments.ts'
import { entityTag, mergeHeaders, takesToken } from '../options/headers.ts'
import { isWrite, type Operation } from '../base/operation.ts'
import { fillPath } from './path-arguments.ts'
import { queryString } from './query.ts'
import type { HeaderOverrides, RequestOptions } from '../options/request-options.ts'
import { toJson } from './to-json.ts'

/** A call as it is sent: the same bytes in every attempt, whatever becomes of its arguments. */
export interface Prepared {
  readonly operation: Operation
  /** Path and query, as they follow the base URL. */
  readonly path: string
  readonly body: string | undefined
  /** All of them, with a place for the token that each attempt fills. */
  readonly headers: Headers
  /** Whether the token goes with it: a header of the user's own, or `null`, stands in for it. */
  readonly takesToken: boolean
  /**
   * Whether it may be sent again without taking effect twice: it changes nothing, or is known by its
   * idempotency key.
   */
  readonly repeatable: boolean
}

/** Makes a call ready to be sent. What is wrong with its arguments is thrown here. */
export function prepare(
  operation: Operation,
  { path, input, options = {} }: Arguments,
  common: HeaderOverrides,
): Prepared {
  const { id, method } = operation
  const isBody = operation.input !== 'query' && input !== undefined
  const changes = isWrite(operation)
  const merged = mergeHeaders(
    { Accept: 'application/json' },
    common,
    isBody
      ? { 'Content-Type': `application/${method === 'PATCH' ? 'merge-patch+' : ''}json` }
      : undefined,
    changes ? writeHeaders(options) : undefined,
    options.headers,
  )
  return {
    operation,
    path: createFinalURL(fillPath(id, operation.path, path), {
      baseUrl: '',
      params: {},
      pathSerializer: String,
      querySerializer: () => (isBody || input === undefined ? '' : queryString(id, input)),
    }),
    body: isBody ? toJson(id, input) : undefined,
    headers: merged,
    takesToken: takesToken(merged),
    repeatable: !changes || merged.has('idempotency-key'),
  }
}

function writeHeaders({ idempotencyKey, ifMatch }: RequestOptions): HeaderOverrides {
  return {
    'Idempotency-Key': idempotencyKey === undefined ? newIdempotencyKey() : idempotencyKey,
    'If-Match': ifMatch && entityTag(ifMatch),
  }
}

let made = 0

/** A fresh key, so that a write that is repeated on its way takes effect once. */
function newIdempotencyKey(): string {
  // Pages that came over plain http have a crypto without randomUUID, and React Native has none. It need
  // not be hard to guess: it is known by user, method and path.
  return globalThis.crypto?.randomUUID?.() ?? [Date.now(), ++made, Math.random()].join('-')
}
