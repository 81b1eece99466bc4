import { RolecallError } from './base/rolecall-error.ts'
import { type APIPromise, Call } from './answers/api-promise.ts'
import { readArguments } from './send/arguments.ts'
import { check, checkOptions, type Checks, hint, must } from './base/check.ts'
import { isRecord, kindOf } from './base/kind-of.ts'
import type { Operation } from './base/operation.ts'
import type { PagePromise } from './answers/page-promise.ts'
import { type ListBody, listPages } from './answers/paging.ts'
import type {
  AnswerOf,
  ArgumentsOf,
  InputOf,
  ItemOf,
  PatchArgumentsOf,
  PathOf,
} from './send/endpoints.ts'
import type { Known, Operations } from './send/operations.ts'
import { createRaw, type RawClient } from './send/raw.ts'
import { createSend, type Send } from './send/send.ts'
import { page, type Shape } from './base/shape.ts'
import { commonChecks, type CoreOptions, readSettings, type Settings } from './options/settings.ts'
import { type Tagged, updateCurrent } from './send/update.ts'

/**
 * What the generated resources are made of: it makes the method of each operation, which takes path
 * arguments, then the body or the query, then options. A resource that is left out of a bundle takes
 * its endpoints along.
 */
export interface Core extends Operations {
  /**
   * The method of an operation that answers a thing, or nothing. It takes and answers what the document
   * says of the endpoint.
   *
   * @param path - A path of the document that has the method.
   * @param rest - Where the argument after the path arguments goes, if there is one. Then what the answer
   * must look like: by default any object, and of a DELETE nothing. Then which option it takes as a POST
   * beside those of all.
   */
  request<M extends Operation['method'], P extends PathOf<M>>(
    id: string,
    method: M,
    path: P,
    ...rest: undefined extends InputOf<M, P>
      ? [input?: undefined, answer?: Shape, takes?: Operation['takes']]
      : [input: InputOf<M, P>, answer?: Shape, takes?: Operation['takes']]
  ): (...args: ArgumentsOf<M, P>) => APIPromise<AnswerOf<M, P>>
  /**
   * The method of an operation that changes a thing by a merge patch, or by a function that makes one
   * of the thing as the resource's `get` answers it.
   */
  update<P extends PathOf<'PATCH'>>(
    id: string,
    path: P,
  ): (...args: PatchArgumentsOf<P>) => APIPromise<AnswerOf<'PATCH', P>>
  /** The method of an operation that answers a list. */
  list<P extends PathOf<'GET'>>(
    id: string,
    path: P,
  ): (...args: ArgumentsOf<'GET', P>) => PagePromise<ItemOf<P>>
}

const checks: Checks<CoreOptions> = {
  ...commonChecks,
  observer: check('an Observer', (value) => isRecord(value) && value.start),
}

/**
 * Makes what single resources are built on, for where a bundle is to hold those alone. Its resources
 * behave as a client's do, but nothing is taken from the environment, and who watches is an `observer`.
 *
 * @throws A RolecallError if an option is missing or wrong. It names it.
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
 * Makes the {@link RawClient} of a core: the client of openapi-fetch for what its resources don't offer.
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

/** Makes promises of what is sent. */
export function coreOf(settings: Settings, send: Send = createSend(settings)): Core {
  const known = new Map<string, Known>()

  function define<R extends APIPromise<unknown>>(
    operation: Operation,
    callWith: (operation: Operation, args: readonly unknown[]) => R,
  ) {
    const call = (...args: readonly unknown[]) => callWith(operation, args)
    known.set(operation.id, { operation, call })
    return call
  }

  // In async functions, so that a call rejects with what is wrong with its arguments.
  const request = async <T>(operation: Operation, args: readonly unknown[]) =>
    send<T>(operation, readArguments(operation, args))

  async function update<T extends Tagged>(operation: Operation, given: readonly unknown[]) {
    const args = readArguments(operation, given)
    if (!isFunction(args.input)) return send<T>(operation, args)
    const both = [find(operation.id.replace(/\w+$/, 'get')).operation, operation] as const
    return updateCurrent<T>(send, settings, both, args, args.input)
  }

  async function fetchPage<T>(operation: Operation, given: readonly unknown[], cursor?: string) {
    const args = readArguments(operation, given)
    const input = cursor ? Object.assign({}, args.input, { cursor }) : args.input
    return send<ListBody<T>>(operation, { ...args, input })
  }

  function find(id: string): Known {
    const found = known.get(id)
    if (!found) throw new RolecallError(`There is no operation ${hint(id, [...known.keys()])}`)
    return found
  }

  const core: Core = {
    request: <M extends Operation['method'], P extends PathOf<M>>(
      id: string,
      method: M,
      path: P,
      input?: Operation['input'],
      answer?: Shape,
      takes?: Operation['takes'],
    ) =>
      define(
        { id, method, path, input, answer, takes },
        (operation, args) => new Call(request<AnswerOf<M, P>>(operation, args)),
      ),

    update: <P extends PathOf<'PATCH'>>(id: string, path: P) =>
      define(
        { id, method: 'PATCH', path, input: 'body' },
        (operation, args) => new Call(update<AnswerOf<'PATCH', P>>(operation, args)),
      ),

    list: <P extends PathOf<'GET'>>(id: string, path: P) =>
      define({ id, method: 'GET', path, input: 'query', answer: page }, (operation, args) =>
        listPages<ItemOf<P>>((cursor) => fetchPage(operation, args, cursor)),
      ),

    find,
    has: (id) => known.has(id),
  }
  innards.set(core, { settings, known })
  return core
}

function isFunction(value: unknown): value is (current: unknown) => unknown {
  return typeof value === 'function'
}
