import type { Client } from '../../src/index.ts'
import type { AnyKeys, PolicyKeys } from '../../src/generated/policies.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Faults } from '../faults/faults.ts'
import type { Mail } from '../log/mail.ts'
import type { LoggedRequest } from '../log/logged-request.ts'
import type { RequestListener } from '../log/request-listeners.ts'
import type { Answer, Message } from '../message/message.ts'
import type { KnownUser } from '../platform/known-user.ts'
import type { Levers } from './levers.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { Scenario } from '../policies/scenario.ts'

/** Options of signing in. */
export interface SignInOptions {
  /** Whether an unknown e-mail address signs up, under the policy's rules for new users. Default: false. */
  signUp?: boolean
}

/**
 * Signs in as an enforcement point: a gateway or back end that may call `access.*`, about anyone and
 * anything, and nothing else. It is not a member, and nothing is hidden from it.
 */
export interface EnforcementPointOptions {
  enforcementPoint: true
}

/** A whole platform in memory. It offers every operation of the API and enforces its policy. Mocks share nothing. */
export interface Mock<K extends PolicyKeys = AnyKeys> extends Levers {
  /** The policy in force. */
  readonly policy: Policy
  /** The scenario that the mock started with. If a function made it, the first read makes it again. */
  readonly scenario: Scenario
  /** Warnings about options that are legal, but probably not meant. */
  readonly warnings: readonly string[]
  /**
   * The answered requests, oldest first, with their arguments and decisions. Holds the last 10,000, or
   * fewer if they are very long. Each read returns a new frozen list. A comparison of `operation` gives
   * an entry's `args` their type.
   *
   * @example
   * expect(mock.requests.at(-1)).toMatchObject({ operation: 'roles.list', status: 200 })
   * @example
   * const created = mock.requests.filter(({ operation }) => operation === 'roles.create')
   * expect(created[0]?.args?.[0].key).toBe('reviewer')
   */
  readonly requests: readonly LoggedRequest[]
  /** The e-mails that the platform would have sent, oldest first. Holds the last 10,000. */
  readonly outbox: readonly Mail[]
  /** The whole state as JSON. The same seed and calls give the same bytes. */
  readonly state: string

  /** Makes calls slow, or fail, by a plan. */
  readonly faults: Faults

  /**
   * Answers a request as the platform would. Pass it wherever a `fetch` is expected; it needs no server.
   * The URL may be a path alone.
   *
   * @example
   * const mock = createMock()
   * const token = mock.token('admin@acme.test')
   * const response = await mock.fetch('/v1/me', { headers: { authorization: `Bearer ${token}` } })
   */
  fetch: typeof fetch

  /**
   * Answers a plain message, synchronously. Every adapter is built on this. An adapter carries out the
   * `fault` of an answer.
   */
  handle(message: Message): Answer

  /**
   * Creates a client that is signed in and calls this mock in process.
   *
   * @param options.as - The user to sign in as, by id or e-mail address.
   * @param options.signUp - Whether an unknown e-mail address signs up. Default: false.
   * @param options.enforcementPoint - In place of `as`: signs in as an enforcement point, which may call
   *   `access.*`, about anyone and anything, and nothing else.
   * @throws `ConfigurationError` if there is no such user; the message names the nearest. Also if the
   *   user to sign up is not an e-mail address.
   * @example
   * const admin = createMock().client({ as: 'admin@acme.test' })
   * await admin.roles.create({ key: 'reviewer', permissions: ['use_case:read'] })
   */
  client(options: ({ as: string } & SignInOptions) | EnforcementPointOptions): Client<K>

  /**
   * Signs a user in, and returns their token. It depends on the seed and the e-mail address alone: it
   * stays valid after a reset, and other mocks with the same seed and user accept it.
   *
   * @param user - An id or e-mail address.
   * @throws `ConfigurationError` if there is no such user; the message names the nearest. Also if the
   *   user to sign up is not an e-mail address.
   */
  token(user: string, options?: SignInOptions): string

  /**
   * Returns the token of an enforcement point: a gateway or back end that asks `access.*` about others.
   * It depends on the seed alone.
   *
   * @throws `ConfigurationError` if `enforcementPoint` is anything but `true`.
   * @example
   * const token = createMock().token({ enforcementPoint: true })
   */
  token(options: EnforcementPointOptions): string

  /**
   * Tells which operations, rules and requirements of the policy were seen allowed and denied so far, in
   * all states of this mock. A question of `can` or `access.evaluate` counts like the call. Resets keep it.
   *
   * @example
   * console.log(mock.coverage().totals.operations.text) // such as: 3 of 41 seen allowed, 1 of 34 seen denied
   */
  coverage(): Coverage

  /** Lists the users who can sign in, the scenario's personas first. */
  users(): readonly KnownUser[]

  /**
   * Calls the listener after each request, with its entry of the log. It stays after a reset. What it
   * returns is ignored; its first error is printed, and breaks nothing.
   *
   * @returns A function that ends it.
   * @throws `ConfigurationError` if the listener is not a function.
   * @example
   * const stop = mock.onRequest(({ operation, status, ms }) => console.log(operation, status, ms))
   */
  onRequest(listener: RequestListener): () => void

  /**
   * Restores the start: the scenario's state, an empty log and history, no kept answers, no overrides, and
   * the faults that `createMock` was given, none by default. The policy in force and listeners stay.
   */
  reset(): void
}
