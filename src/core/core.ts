import { RolecallError } from './base/rolecall-error.ts'
import { Call } from './answers/api-promise.ts'
import { readArguments } from './send/arguments.ts'
import { hint } from './base/check.ts'
import type { Operation } from './base/operation.ts'
import { type ListBody, listPages } from './answers/paging.ts'
import type { Endpoint, MethodOf } from './send/endpoints.ts'
import type { Known, Operations } from './send/operations.ts'
import type { Send } from './send/send.ts'
import { page, type Shape } from './base/shape.ts'
import type { Settings } from './options/settings.ts'
import { type Tagged, updateCurrent } from './send/update.ts'

/**
 * Makes the generated resources. Each method takes path arguments, then the body or the query, then options.
 * A bundle holds the endpoints of the resources that it imports, and no others.
 */
export interface Core extends Operations {
  /**
   * Makes a resource's methods, typed by the document. A PATCH also takes a function, which makes the patch
   * from what the resource's `get` answers.
   *
   * @param id - The resource's path in the client: `projects.members`.
   * @param endpoints - By the names of their methods.
   * @param answers - The shapes of answers. Default: a page of a list, nothing of a DELETE, else any object.
   */
  resource<const E extends Readonly<Record<string, Endpoint>>>(
    id: string,
    endpoints: E,
    answers?: { readonly [N in keyof E]?: Shape },
  ): { readonly [N in keyof E]: MethodOf<E[N]> }
}

/**
 * Makes a core over a `send`, whose answers become promises.
 *
 * @param known - Takes the operations whose methods are made.
 */
export function coreOf(settings: Settings, send: Send, known: Map<string, Known>): Core {
  function find(id: string): Known {
    const found = known.get(id)
    if (!found) throw new RolecallError(`There is no operation ${hint(id, [...known.keys()])}`)
    return found
  }

  // Async, so that wrong arguments reject the call instead of throwing.
  async function start<T extends Tagged>(operation: Operation, given: readonly unknown[]) {
    const args = readArguments(operation, given)
    if (operation.method !== 'PATCH' || !isFunction(args.input)) return send<T>(operation, args)
    const both = [find(operation.id.replace(/\w+$/, 'get')).operation, operation] as const
    return updateCurrent<T>(send, settings, both, args, args.input)
  }

  async function fetchPage<T>(operation: Operation, given: readonly unknown[], cursor?: string) {
    const args = readArguments(operation, given)
    const input = cursor ? Object.assign({}, args.input, { cursor }) : args.input
    return send<ListBody<T>>(operation, { ...args, input })
  }

  function resource<const E extends Readonly<Record<string, Endpoint>>>(
    id: string,
    endpoints: E,
    answers?: { readonly [N in keyof E]?: Shape },
  ): { readonly [N in keyof E]: MethodOf<E[N]> }
  function resource(
    resourceId: string,
    endpoints: Readonly<Record<string, Endpoint>>,
    answers: Readonly<Record<string, Shape | undefined>> = {},
  ): Readonly<Record<string, Known['call']>> {
    const methods = Object.entries(endpoints).map(([name, [verb, path, input, takes]]) => {
      const isList = verb === 'LIST'
      const id = `${resourceId}.${name}`
      const method = isList ? 'GET' : verb
      const answer = isList ? page : answers[name]
      const operation = { id, method, path, input, takes, answer }
      const call: Known['call'] = (...args) =>
        isList
          ? listPages((cursor) => fetchPage(operation, args, cursor))
          : new Call(start(operation, args))
      known.set(id, { operation, call })
      return [name, call] as const
    })
    return Object.fromEntries(methods)
  }

  return { resource, find, has: (id) => known.has(id) }
}

function isFunction(value: unknown): value is (current: unknown) => unknown {
  return typeof value === 'function'
}
