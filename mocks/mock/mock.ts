import type { Client } from '../../src/index.ts'
import type { AnyKeys, PolicyKeys } from '../../src/generated/policies.ts'
import type { Mail } from '../log/log.ts'
import type { LoggedRequest } from '../log/logged-request.ts'
import type { Answer, Message } from '../message/message.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { Scenario } from '../policies/scenario.ts'

/** Whether an unknown e-mail address becomes a user, by the policy's rules for a first sign-up. */
export interface SignInOptions {
  signUp?: boolean
}

/**
 * Asks as an enforcement point: a gateway or back end that asks `access.*` about anybody and anything,
 * and does nothing else. It is no member, and nothing is hidden from it.
 */
export interface EnforcementPointOptions {
  enforcementPoint: true
}

/** Somebody to sign in as. */
export interface KnownUser {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly status: 'pending' | 'active'
  /** Role key by team key. */
  readonly teams: Readonly<Record<string, string>>
  /** The organization role's key. */
  readonly role?: string
  /** Who this is, for the scenario's personas. */
  readonly text?: string
}

/**
 * A whole platform in memory, that answers every operation of the API and enforces its policy.
 * Two mocks share nothing.
 */
export interface Mock<K extends PolicyKeys = AnyKeys> {
  /** The policy in force. */
  readonly policy: Policy
  /** What the mock started with. */
  readonly scenario: Scenario
  /** What in its options is legal and probably not meant. */
  readonly warnings: readonly string[]
  /**
   * The requests that it answered, oldest first, with their arguments and decisions. The last 10,000 are
   * kept, fewer where they are very long. Each reading is a frozen list of its own.
   *
   * @example
   * expect(mock.requests.at(-1)).toMatchObject({ operation: 'roles.list', status: 200 })
   */
  readonly requests: readonly LoggedRequest[]
  /** The e-mails that the platform would have sent, oldest first. The last 10,000 are kept. */
  readonly outbox: readonly Mail[]
  /** The whole state as JSON text: the same for the same seed and calls, to the byte. */
  readonly state: string

  /**
   * Answers a request, as the platform would. It is a `fetch`, to be handed to whatever takes one, and
   * needs no server. A path alone will do for a URL.
   *
   * @example
   * const mock = createMock()
   * const token = mock.token('admin@acme.test')
   * const response = await mock.fetch('/v1/me', { headers: { authorization: `Bearer ${token}` } })
   */
  fetch: typeof fetch

  /** Answers a plain message at once: what every adapter is made of. */
  handle(message: Message): Answer

  /**
   * A client that is signed in and calls this mock in process.
   *
   * @param options.as - Whom to sign in as, by id or e-mail address.
   * @param options.enforcementPoint - In place of `as`: asks `access.*` about anybody and anything, and
   *   may do nothing else.
   * @throws {@link ConfigurationError} if nobody is known by that name: it names the nearest.
   * @example
   * const admin = createMock().client({ as: 'admin@acme.test' })
   * await admin.roles.create({ key: 'reviewer', permissions: ['use_case:read'] })
   */
  client(options: ({ as: string } & SignInOptions) | EnforcementPointOptions): Client<K>

  /**
   * A token of somebody who signs in. It depends on the seed and the person alone: it stays good after
   * a reset, and a mock that is made anew with the same seed accepts it at once if it knows the person.
   *
   * @param user - An id or e-mail address.
   * @throws {@link ConfigurationError} if nobody is known by that name: it names the nearest.
   */
  token(user: string, options?: SignInOptions): string

  /**
   * A token of an enforcement point, for a gateway or back end that asks `access.*` about others. It
   * depends on the seed alone.
   *
   * @throws {@link ConfigurationError} if `enforcementPoint` is anything but `true`.
   * @example
   * const token = createMock().token({ enforcementPoint: true })
   */
  token(options: EnforcementPointOptions): string

  /** Who can sign in, the scenario's personas first. */
  users(): readonly KnownUser[]

  /** Goes back to the start: state, log and kept answers. */
  reset(): void
}
