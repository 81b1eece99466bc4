import type { OperationId } from '../generated/operations.ts'
import { type APIPromise, Call } from './api-promise.ts'
import { findOperation } from './operation.ts'
import type { PagePromise } from './page-promise.ts'
import { listPages } from './paging.ts'
import { isRecord } from './record.ts'
import type { RequestOptions } from './request-options.ts'
import type { Send } from './send.ts'

/** What the generated resources call. `args` are the path arguments, then the body or the query. */
export interface Core {
  request<T>(
    operation: OperationId,
    args: readonly unknown[],
    options?: RequestOptions,
  ): APIPromise<T>
  page<T>(
    operation: OperationId,
    args: readonly unknown[],
    options?: RequestOptions,
  ): PagePromise<T>
}

/** Makes promises of what is sent. */
export function createCore(send: Send): Core {
  return {
    request: (operation, args, options) => new Call(send(operation, args, options)),
    page: <T>(operation: OperationId, args: readonly unknown[], options?: RequestOptions) => {
      const { names } = findOperation(operation)
      const path = args.slice(0, names.length)
      const query = args[names.length] ?? {}
      return listPages<T>(
        (cursor) => send(operation, [...path, cursor ? { ...query, cursor } : query], options),
        isRecord(query) && typeof query.cursor === 'string' ? query.cursor : undefined,
      )
    },
  }
}
