import { RolecallError } from './base/rolecall-error.ts'
import { Call } from './answers/api-promise.ts'
import { readArguments } from './send/arguments.ts'
import { check, checkOptions, type Checks, hint, must } from './base/check.ts'
import { isRecord, kindOf } from './base/kind-of.ts'
import type { Operation } from './base/operation.ts'
import { type ListBody, listPages } from './answers/paging.ts'
import type { Endpoint, MethodOf } from './send/endpoints.ts'
import type { Known, Operations } from './send/operations.ts'
import { createRaw, type RawClient } from './send/raw.ts'
import { createSend, type Send } from './send/send.ts'
import { page, type Shape } from './base/shape.ts'
import { commonChecks, type CoreOptions, readSettings, type Settings } from './options/settings.ts'
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

const checks: Checks<CoreOptions> = {
  ...commonChecks,
  observer: check('an Observer', (value) => isRecord(value) && value.start),
}

/**
 * Makes a core for single resources, so that a bundle holds only those. Resources behave as in a client, but
 * no option comes from the environment, and an `observer` takes the place of hooks and logger.
 *
 * @throws A RolecallError if an option is missing or wrong. It names the option.
 * @example
 * import { createCore } from 'rolecall/core'
 * import { rolesClient } from 'rolecall/resources/roles'
 *
 * const roles = rolesClient(createCore({ baseUrl: 'https://platform.example', token }))
 * await roles.get('reviewer')
 */
export function createCore(options: CoreOptions): Core {
  checkOptions<CoreOptions>("The core's options", options, checks)
  return coreOf(readSettings(options))
}

const innards = new WeakMap<Core, { settings: Settings; known: ReadonlyMap<string, Known> }>()

/**
 * Makes the {@link RawClient} of a core: the typed client of openapi-fetch, for calls that no resource offers.
 *
 * @example
 * const raw = rawClient(createCore({ baseUrl: 'https://platform.example', token }))
 * const { data, error } = await raw.GET('/v1/me')
 */
export function rawClient(core: Core): RawClient {
  const inner = innards.get(core)
  if (!inner) throw must('The core', 'one of createCore', kindOf(core))
  return createRaw(inner.settings, inner.known)
}

/** Makes a core over a `send`, whose answers become promises. */
export function coreOf(settings: Settings, send: Send = createSend(settings)): Core {
  const known = new Map<string, Known>()

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
    const methodOf = (name: string, [verb, path, input, takes]: Endpoint): Known['call'] => {
      const isList = verb === 'LIST'
      const id = `${resourceId}.${name}`
      const method = isList ? 'GET' : verb
      const answer = isList ? page : answers[name]
      const operation = { id, method, path, input, takes, answer }
      const call = (...args: readonly unknown[]) =>
        isList
          ? listPages((cursor) => fetchPage(operation, args, cursor))
          : new Call(start(operation, args))
      known.set(id, { operation, call })
      return call
    }
    return Object.fromEntries(
      Object.entries(endpoints).map(([name, endpoint]) => [name, methodOf(name, endpoint)]),
    )
  }

  const core: Core = { resource, find, has: (id) => known.has(id) }
  innards.set(core, { settings, known })
  return core
}

function isFunction(value: unknown): value is (current: unknown) => unknown {
  return typeof value === 'function'
}
