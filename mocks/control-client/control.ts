import type { Client } from '../../src/index.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { FaultPlan } from '../faults/plan.ts'
import type { Mail } from '../log/mail.ts'
import type { LoggedRequest } from '../log/logged-request.ts'
import type { EnforcementPointOptions, SignInOptions } from '../mock/mock.ts'
import type { KnownUser } from '../platform/known-user.ts'

/**
 * Controls a mock, in process or over HTTP. Each method rejects with an `APIError` if the mock refuses it, and
 * with a `ConnectionError` if nothing answers; it has then changed nothing.
 */
export interface Control {
  /**
   * Signs a user in, by id or e-mail address, and returns the token.
   *
   * @example
   * const token = await control.signIn('lead@acme.test')
   */
  signIn(user: string, options?: SignInOptions): Promise<string>
  /** Signs in as an enforcement point, and returns its token. */
  signIn(options: EnforcementPointOptions): Promise<string>
  /**
   * Creates a client that is signed in and calls the state of this control.
   *
   * @example
   * const lead = await control.client({ as: 'lead@acme.test' })
   */
  client(options: ({ as: string } & SignInOptions) | EnforcementPointOptions): Promise<Client>
  /** Lists the users who can sign in, the scenario's personas first. */
  users(): Promise<readonly KnownUser[]>
  /** Takes the mock back to its start, and clears log, faults and overrides. The policy stays. */
  reset(): Promise<void>
  /** The log of the requests. */
  readonly requests: ControlledRequests
  /** Lists the e-mails that the platform would have sent, oldest first. */
  outbox(): Promise<readonly Mail[]>
  /** Returns which operations, rules and leaves of the policy were seen allowed and denied. */
  coverage(): Promise<Coverage>
  readonly faults: ControlledFaults
}

/** The log of the requests that a mock answered. */
export interface ControlledRequests {
  /**
   * Lists the requests, oldest first.
   *
   * @param options.since - The id of a request: only later ones are listed. Default: all.
   */
  (options?: SinceOptions): Promise<readonly LoggedRequest[]>
  /**
   * Follows the requests that are answered from now on, or after `since`. The iteration ends when `signal`
   * aborts it, when it is left, and when the mock closes.
   *
   * @example
   * for await (const { operation, status } of control.requests.stream()) console.log(operation, status)
   */
  stream(options?: StreamOptions): AsyncIterable<LoggedRequest>
}

/** Options of `control.requests`. */
export interface SinceOptions {
  /** The id of a request. Only later ones are answered. */
  readonly since?: string | undefined
}

/** Options of `control.requests.stream`. */
export interface StreamOptions extends SinceOptions {
  /** Ends the iteration. */
  readonly signal?: AbortSignal | undefined
}

/** The faults of a mock. */
export interface ControlledFaults {
  /** Returns the plan in force. Without one, it has no rules. */
  get(): Promise<FaultPlan>
  /**
   * Starts a plan, in place of the one in force, and returns it.
   *
   * @example
   * await control.faults.set({ rules: [{ on: 'users.*', latency: 300 }] })
   */
  set(plan: FaultPlan): Promise<FaultPlan>
  /** Ends all faults. */
  clear(): Promise<void>
}
