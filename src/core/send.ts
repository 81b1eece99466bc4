import type { OperationId } from '../generated/operations.ts'
import type { Answer } from './api-promise.ts'
import { checkTimeout, withDeadline } from './deadline.ts'
import { mergeHeaders, entityTag } from './headers.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import { findOperation, type Operation } from './operation.ts'
import { pathArguments } from './path-arguments.ts'
import { queryString } from './query.ts'
import { maskOf, readAnswer, readRefusal } from './read-answer.ts'
import type { HeaderOverrides, RequestOptions } from './request-options.ts'
import type { Settings } from './settings.ts'
import { createTransport, sendRequest } from './transport.ts'

/** Sends one call and reads its answer, or rejects with a {@link RolecallError}. */
export type Send = <T>(
  operation: OperationId,
  args: readonly unknown[],
  options?: RequestOptions,
) => Promise<Answer<T>>

/** A call's way out and back. What a wrong argument throws, it throws before anything is sent. */
export function createSend(settings: Settings): Send {
  const transport = createTransport(settings.origin)
  const { token } = settings

  return async <T>(
    operation: OperationId,
    args: readonly unknown[],
    options: RequestOptions = {},
  ) => {
    const row = findOperation(operation)
    const path = pathArguments(operation, row.names, args)
    const input = args[row.names.length]
    const headers = mergeHeaders(
      { Accept: 'application/json', Authorization: token && `Bearer ${token}` },
      settings.headers,
      row.merge && { 'Content-Type': 'application/merge-patch+json' },
      isWrite(operation, row) ? writeHeaders(options) : undefined,
      options.headers,
    )
    const reading = { operation, mask: maskOf(token) }

    const { signal, timeout = settings.timeout } = options
    return withDeadline({ operation, signal, timeout: checkTimeout(timeout) }, async (ended) => {
      const { response } = await transport[row.method](row.path, {
        params: { path, query: row.input === 'query' ? input : undefined },
        querySerializer: (query) => queryString(operation, query),
        body: row.input === 'body' ? input : undefined,
        headers,
        signal: ended,
        // openapi-fetch would read the body by itself, and say less of one that is not as it should be.
        parseAs: 'stream',
        fetch: async (request: Request) => {
          const answer = await sendRequest(settings, reading, request)
          if (!answer.ok) throw await readRefusal(reading, answer)
          return answer
        },
      })
      return readAnswer<T>(reading, response)
    })
  }
}

// Asking changes nothing, even where it is a POST.
function isWrite(operation: OperationId, { method }: Operation): boolean {
  return method !== 'GET' && !operation.startsWith('access.')
}

function writeHeaders({ idempotencyKey, ifMatch }: RequestOptions): HeaderOverrides {
  return {
    'Idempotency-Key': idempotencyKey ?? newIdempotencyKey(),
    'If-Match': ifMatch === undefined ? undefined : entityTag(ifMatch),
  }
}
