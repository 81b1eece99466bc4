import { RolecallError } from '../errors/rolecall-error.ts'
import { type APIPromise, Call } from './api-promise.ts'
import { type Arguments, readArguments } from './arguments.ts'
import type { Operation } from './operation.ts'
import type { PagePromise } from './page-promise.ts'
import { listPages } from './paging.ts'
import { isRecord } from './record.ts'
import { createSend } from './send.ts'
import { type CoreOptions, readSettings, type Settings } from './settings.ts'
import { type Tagged, updateCurrent } from './update.ts'

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
  /**
   * The method of an operation that changes a thing by a merge patch, or by a function that makes one
   * of the thing as `read`, an operation of the same resource, answers it.
   */
  update<T extends Tagged>(
    id: string,
    path: string,
    read: string,
  ): (...args: readonly unknown[]) => APIPromise<T>
  /** The method of an operation that answers a list. */
  list<T>(id: string, path: string): (...args: readonly unknown[]) => PagePromise<T>
  /** An operation whose method was made. Its id may come from data, such as a remedy. */
  find(id: string): Known
  /** Whether there is such an operation. */
  has(id: string): boolean
}

/** An operation, and how to call it. */
export interface Known {
  readonly operation: Operation
  call(args: Arguments): APIPromise<unknown>
}

/**
 * Makes what single resources are built on, for where a bundle is to hold those alone. Its resources
 * behave as a client's do, but nothing is taken from the environment, and who watches is an `observer`.
 *
 * @throws {@link RolecallError} if an option is missing or wrong. It names it.
 * @example
 * import { createCore } from 'rolecall/core'
 * import { rolesClient } from 'rolecall/resources/roles'
 *
 * const roles = rolesClient(createCore({ baseUrl: 'https://platform.example', token }))
 * await roles.get('reviewer')
 */
export function createCore(options: CoreOptions): Core {
  return coreOf(readSettings(options))
}

/** Makes promises of what is sent. */
export function coreOf(settings: Settings): Core {
  const send = createSend(settings)
  const known = new Map<string, Known>()

  function define<R extends APIPromise<unknown>>(
    operation: Operation,
    call: (args: Arguments) => R,
  ) {
    known.set(operation.id, { operation, call })
    return (...args: readonly unknown[]) => call(readArguments(operation, args))
  }

  function find(id: string): Known {
    const found = known.get(id)
    if (!found) throw new RolecallError(`There is no operation '${id}'`)
    return found
  }

  return {
    request(id, method, path, input) {
      const operation: Operation = { id, method, path, input }
      return define(operation, (args) => new Call(send(operation, args)))
    },

    update<T extends Tagged>(id: string, path: string, read: string) {
      const operation: Operation = { id, method: 'PATCH', path, input: 'body' }
      return define(operation, (args) => {
        const { input } = args
        if (!isFunction(input)) return new Call(send<T>(operation, args))
        const both = [find(read).operation, operation] as const
        return new Call(updateCurrent<T>(send, settings, both, args, input))
      })
    },

    list(id, path) {
      const operation: Operation = { id, method: 'GET', path, input: 'query' }
      return define(operation, (args) =>
        listPages((cursor) =>
          send(operation, cursor ? { ...args, input: at(cursor, args.input) } : args),
        ),
      )
    },

    find,
    has: (id) => known.has(id),
  }
}

function at(cursor: string, query: unknown): unknown {
  return { ...(isRecord(query) && query), cursor }
}

function isFunction(value: unknown): value is (current: unknown) => unknown {
  return typeof value === 'function'
}
