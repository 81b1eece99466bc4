import { isWrite, type Operation } from '../base/operation.ts'
import { entityTag } from '../options/headers.ts'
import type { HeaderOverrides, RequestOptions } from '../options/request-options.ts'

/** The headers of a call, under the user's own. */
export function headersOf(
  operation: Operation,
  isBody: boolean,
  { idempotencyKey, ifMatch, headers }: RequestOptions,
): HeaderOverrides {
  const isPatch = operation.method === 'PATCH'
  return {
    'Content-Type': isBody ? `application/${isPatch ? 'merge-patch+' : ''}json` : undefined,
    ...(isWrite(operation) && {
      'Idempotency-Key': idempotencyKey === undefined ? newIdempotencyKey() : idempotencyKey,
      'If-Match': ifMatch && entityTag(ifMatch),
    }),
    ...headers,
  }
}

let made = 0

/** Makes an idempotency key, so that a retried write takes effect only once. */
export function newIdempotencyKey(): string {
  // Pages over plain http have a crypto without randomUUID, and React Native has none. A guessable key will do:
  // the server tells keys apart by user, method and path.
  return globalThis.crypto?.randomUUID?.() ?? [Date.now(), ++made, Math.random()].join('-')
}
