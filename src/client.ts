import type { APIPromise } from './core/answers/api-promise.ts'
import { type Abilities, readAbilities } from './core/can/abilities.ts'
import type {
  ArgumentsOf,
  OperationName,
  TooFewArguments,
  WithArguments,
} from './core/can/call-arguments.ts'
import { type Can, createCan } from './core/can/can.ts'
import {
  type ClientOptions,
  type ClientSettings,
  readClientOptions,
} from './core/options/client-options.ts'
import { checkFunction, checkNoMore } from './core/base/check.ts'
import { coreOf } from './core/core.ts'
import { identityOf } from './core/token/identity.ts'
import type { RequestOptions } from './core/options/request-options.ts'
import type { Known } from './core/send/operations.ts'
import { createRaw, type RawClient } from './core/send/raw.ts'
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

/** The answer of an operation's call, by the operation's name. */
export type CallAnswer<K extends PolicyKeys, O extends string> = [O] extends [OperationId]
  ? ReturnType<Calls<K>[O]>
  : APIPromise<unknown>

/**
 * A client of the platform: one property per resource, with one method per operation.
 * `K` holds the keys that the platform's policy knows; they are checked on what is sent.
 */
export interface Client<K extends PolicyKeys = AnyKeys> extends Resources<K> {
  /**
   * Makes a call by its operation's name: `client.call('roles.create', …)` is `client.roles.create(…)`.
   * Use it to run the remedies of a denial.
   *
   * @param operation - The operationId, which is the method's path in the client.
   * @param args - The method's arguments: path arguments, then the body or the query, then options.
   * @throws The method's errors; a {@link RolecallError} for an unknown operation.
   * @example
   * for (const { operation, args } of decision.alternatives[0]?.calls ?? []) {
   *   await admin.call(operation, ...args)
   * }
   */
  call<O extends string>(operation: OperationName<O>, ...args: ArgumentsOf<K, O>): CallAnswer<K, O>
  /**
   * No call matches it: it is for the compiler's error about missing arguments.
   *
   * @hidden
   */
  call<O extends string>(
    operation: O & WithArguments<K, O>,
    ...args: TooFewArguments<K, O>
  ): CallAnswer<K, O>

  /** The typed client of openapi-fetch for calls that no resource offers, with the same token, retries and deadlines. */
  readonly raw: RawClient

  /** Asks whether a call would succeed now, without making it: `client.can('roles.list')`. */
  readonly can: Can<K>

  /**
   * Asks once for everything that the caller may do to a resource. `abilities.can('projects.delete')`
   * then answers yes, no or depends at once: use it where many buttons ask.
   *
   * @param resource - The resource, by its type and its id or natural key. Default: the organization.
   * @param options - How the request is sent.
   * @throws {@link PermissionDeniedError} if the policy does not offer the question.
   * @example
   * const abilities = await client.abilities({ type: 'project', id: 'support-bot' })
   * if (abilities.can('projects.update') !== 'no') showEditor()
   */
  abilities(resource?: AccessResource, options?: RequestOptions): Promise<Abilities<K>>

  /**
   * Calls the listener after each write, of this client and of all that share its options by `withOptions`.
   * Refresh what you show then; `<RolecallProvider>` does so by itself. A failed write counts too, as it may
   * have taken effect. Questions, such as `can`, do not count.
   *
   * @param listener - Takes the operationId, before the call's own promise settles. Its errors and
   * rejections are logged.
   * @returns A function that removes the listener.
   * @throws {@link RolecallError} if the listener is not a function.
   * @example
   * const stop = client.onWrite((operation) => cache.clear())
   */
  onWrite(listener: (operation: string) => unknown): () => void

  /**
   * Makes a client over changed options. Options that are left out stay as they are here, the token
   * too. Headers change one by one; `null` removes a header. A `token` replaces an `Authorization` header
   * of this client. `null` means none: no token, no headers, no hooks, no limit. `token: undefined` is
   * refused: a lost session must not continue as this client's user.
   *
   * @throws {@link RolecallError} if an option is wrong. It names the option.
   * @example
   * const patient = client.withOptions({ timeout: 300_000, headers: { 'X-Job': 'nightly' } })
   */
  withOptions(options: ClientOptions): Client<K>
}

/**
 * Makes a client. Nothing is sent before the first call.
 *
 * Name the platform's policy to have its keys checked: `createClient<'adaptive'>()` knows the
 * permissions of that policy. Without a name, keys are any string.
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
  const known = new Map<string, Known>()
  const core = coreOf(settings, send, known)
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
    // A function of its own, since the same listener may be added twice.
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
    // Made when it is first used: most clients never need it.
    get raw() {
      return (raw ??= createRaw(settings, known))
    },
    withOptions,
  }
}
