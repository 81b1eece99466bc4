import { RolecallError } from '../errors/rolecall-error.ts'
import { type APIPromise, Call } from './api-promise.ts'
import { type Arguments, readArguments } from './arguments.ts'
import type { Operation } from './operation.ts'
import type { PagePromise } from './page-promise.ts'
import { listPages } from './paging.ts'
import { isRecord } from './record.ts'
import type { Send } from './send.ts'

/**
 * What the generated resources are made of: it makes the method of each operation, which takes path
 * arguments, then the body or the query, then options. A resource that is left out of a bundle takes
 * its endpoints along.
 */
export interface Core {
  /** The method of an operation that answers a thing, or nothing. */
  request<T>(
    id: string,
    method: Operation['method'],
    path: string,
    input?: Operation['input'],
  ): (...args: readonly unknown[]) => APIPromise<T>
  /** The method of an operation that answers a list. */
  list<T>(id: string, path: string): (...args: readonly unknown[]) => PagePromise<T>
  /** An operation whose method was made. Its id may come from data, such as a remedy. */
  find(id: string): Known
}

/** An operation, and how to call it. */
export interface Known {
  readonly operation: Operation
  call(args: Arguments): APIPromise<unknown>
}

/** Makes promises of what is sent. */
export function createCore(send: Send): Core {
  const known = new Map<string, Known>()

  function define<R extends APIPromise<unknown>>(
    operation: Operation,
    call: (args: Arguments) => R,
  ) {
    known.set(operation.id, { operation, call })
    return (...args: readonly unknown[]) => call(readArguments(operation, args))
  }

  return {
    request(id, method, path, input) {
      const operation: Operation = { id, method, path, input }
      return define(operation, (args) => new Call(send(operation, args)))
    },

    list(id, path) {
      const operation: Operation = { id, method: 'GET', path, input: 'query' }
      return define(operation, (args) => {
        const query = args.input ?? {}
        return listPages(
          (cursor) => send(operation, { ...args, input: cursor ? { ...query, cursor } : query }),
          isRecord(query) && typeof query.cursor === 'string' ? query.cursor : undefined,
        )
      })
    },

    find(id) {
      const found = known.get(id)
      if (!found) throw new RolecallError(`There is no operation '${id}'`)
      return found
    },
  }
}
