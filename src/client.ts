import type { APIPromise } from './core/answers/api-promise.ts'
import { type Abilities, readAbilities } from './core/can/abilities.ts'
import { type ArgumentsOf, type Can, createCan, type OperationName } from './core/can/can.ts'
import {
  type ClientOptions,
  type ClientSettings,
  readClientOptions,
} from './core/options/client-options.ts'
import { checkFunction, checkNoMore } from './core/base/check.ts'
import { coreOf, rawClient } from './core/core.ts'
import { identityOf } from './core/token/identity.ts'
import type { RequestOptions } from './core/options/request-options.ts'
import type { RawClient } from './core/send/raw.ts'
import { createSend } from './core/send/send.ts'
import { showInNotebooks } from './core/answers/show.ts'
import { tellsWrites } from './core/send/writes.ts'
import type { WriteListener } from './core/watch/watching.ts'
import { type Calls, createResources, type Resources } from './generated/client.ts'
import type { AccessResource } from './generated/models.ts'
import type { OperationId } from './generated/operations.ts'
import type { AnyKeys, Policies, PolicyKeys, PolicyName } from './generated/policies.ts'

/** The keys that `P` stands for: those of a policy of ours, by name, or a user's own. */
export type KeysOf<P extends PolicyName | PolicyKeys> = P extends PolicyName ? Policies[P] : P

/** What the call of an operation answers, by its name. */
export type CallAnswer<K extends PolicyKeys, O extends string> = [O] extends [OperationId]
  ? ReturnType<Calls<K>[O]>
  : APIPromise<unknown>

/**
 * A client of the platform: one property per resource, with one method per operation.
 * `K` holds the keys that the platform's policy knows; they are checked on what is sent.
 */
export interface Client<K extends PolicyKeys = AnyKeys> extends Resources<K> {
  /**
   * Makes a call by its name: what `client.roles.create(…)` does, `client.call('roles.create', …)`
   * does as well. It is how a denial's remedies are run.
   *
   * @param operation - The operationId, which is the method's path in the client.
   * @param args - What the method takes: path arguments, then the body or the query, then options.
   * @throws What the method throws; a {@link RolecallError} where there is no such operation.
   * @example
   * for (const { operation, args } of decision.alternatives[0]?.calls ?? []) {
   *   await admin.call(operation, ...args)
   * }
   */
  call<O extends string>(operation: OperationName<O>, ...args: ArgumentsOf<K, O>): CallAnswer<K, O>

  /** The client of openapi-fetch for what the resources don't offer, with the same token, retries and deadlines. */
  readonly raw: RawClient

  /** Asks whether a call would succeed now, without making it: `client.can('roles.list')`. */
  readonly can: Can<K>

  /**
   * Asks once for all that one may do to a thing, for buttons that ask again and again:
   * `abilities.can('projects.delete')` answers yes, no or depends at once.
   *
   * @param resource - The thing, by its type and its id or natural key. Default: the organization.
   * @param options - How the request is sent.
   * @throws {@link PermissionDeniedError} where nobody may ask, since the policy does not offer it.
   * @example
   * const abilities = await client.abilities({ type: 'project', id: 'support-bot' })
   * if (abilities.can('projects.update') !== 'no') showEditor()
   */
  abilities(resource?: AccessResource, options?: RequestOptions): Promise<Abilities<K>>

  /**
   * Says when something may have changed: after each write of this client, and of those that `withOptions`
   * made of it, or it of them. A write that failed counts too, as it may have taken effect; what only asks,
   * such as `can`, does not. Whatever shows what the platform knows can be brought up to date then;
   * `<RolecallProvider>` does so by itself.
   *
   * @param listener - Is given the operationId, before the call's own promise is settled. What it throws,
   * or its promise rejects with, is logged.
   * @returns What ends it.
   * @throws {@link RolecallError} if the listener is no function.
   * @example
   * const stop = client.onWrite((operation) => cache.clear())
   */
  onWrite(listener: (operation: string) => unknown): () => void

  /**
   * A client over changed options. What they leave out stays as it is here: the token or token function
   * too, and headers are changed one by one, `null` taking one away. A stated `token` replaces an
   * `Authorization` header of this client. An option that is `null` is none:
   * no token, no headers, no hooks, no limit. A `token` that is stated as `undefined` is refused: a
   * session that was lost must not go on as whoever this client is.
   *
   * @throws {@link RolecallError} if an option is wrong. It names it.
   * @example
   * const patient = client.withOptions({ timeout: 300_000, headers: { 'X-Job': 'nightly' } })
   */
  withOptions(options: ClientOptions): Client<K>
}

/**
 * Makes a client. It does nothing yet: the first call is what first reaches the network.
 *
 * Name the platform's policy to have its keys checked: `createClient<'adaptive'>()` knows which
 * permissions there are. Without, keys are any string.
 *
 * @throws {@link RolecallError} if an option or environment variable is missing or wrong. It names it.
 * @example
 * const client = createClient({ baseUrl: 'https://platform.example', token })
 * const role = await client.roles.create({ key: 'reviewer', permissions: ['use_case:read'] })
 */
export function createClient(options?: ClientOptions): Client
export function createClient<P extends PolicyName | PolicyKeys>(
  options?: ClientOptions,
): Client<KeysOf<P>>
export function createClient(options: ClientOptions = {}, ...more: readonly unknown[]): Client {
  checkNoMore('createClient', 'one object of options', more)
  showInNotebooks()
  return clientOf(readClientOptions(options))
}

function clientOf(given: ClientSettings): Client {
  const settings = { ...given, ended: tellsWrites(given) }
  const { listeners } = settings
  const send = createSend(settings)
  const core = coreOf(settings, send)
  const resources = createResources<AnyKeys>(core)

  function call<O extends string>(
    operation: OperationName<O>,
    ...args: ArgumentsOf<AnyKeys, O>
  ): CallAnswer<AnyKeys, O>
  function call(operation: string, ...args: readonly unknown[]): APIPromise<unknown> {
    return core.find(operation).call(...args)
  }

  const can = createCan(core, send, settings)
  const abilities = (resource?: AccessResource, options?: RequestOptions) =>
    readAbilities(core, send, identityOf(settings.token), resource, options)
  const withOptions = (options: ClientOptions, ...more: readonly unknown[]) => {
    checkNoMore('withOptions', 'one object of options', more)
    return clientOf(readClientOptions(options, settings))
  }
  const onWrite = (listener: WriteListener) => {
    checkFunction('The listener', listener)
    // One of its own: the same function may listen twice.
    const one: WriteListener = (operation) => listener(operation)
    listeners.add(one)
    return () => void listeners.delete(one)
  }
  let raw: RawClient | undefined
  return {
    ...resources,
    abilities,
    call,
    can,
    onWrite,
    // Most have no use for it.
    get raw() {
      return (raw ??= rawClient(core))
    },
    withOptions,
  }
}
