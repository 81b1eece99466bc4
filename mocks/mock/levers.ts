import type { OperationId } from '../../src/generated/operations.ts'
import type { PolicyName } from '../../src/generated/policies.ts'
import type { Override } from '../platform/overrides.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { PolicyDiff } from '../policy-diff/differences.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { Clock } from './clock.ts'
import type { HistoryEntry } from '../snapshot/history-entry.ts'
import type { OverrideOptions } from './override.ts'
import type { SeedScenario } from './seed.ts'

/** Options of a snapshot. */
export interface SnapshotOptions {
  /**
   * Whether it holds kept answers, keys of service accounts and values of tokens. Without them, it can be
   * shared: nobody signs in with a key or token of it, and a retried call runs again. Default: true.
   */
  readonly secrets?: boolean
}

/** Options of `restore`. */
export interface RestoreOptions {
  /**
   * Whether a snapshot of another policy brings its policy with it, and is the start from then on, for
   * resets too. Default: false, and such a snapshot is refused.
   */
  readonly otherPolicy?: boolean | undefined
}

/** The ways to change a mock from outside, beside its API. */
export interface Levers {
  /**
   * The whole state as plain JSON: records, audit, outbox, kept answers, the clock, and the policy if it is
   * your own. A mock made from it goes on as this one would. It holds no overrides and no faults.
   *
   * @example
   * const saved = mock.snapshot()
   * mock.restore(saved)
   */
  snapshot(options?: SnapshotOptions): Snapshot

  /**
   * Goes to the state of a snapshot, which may come from anywhere. The log of requests and the history
   * begin anew; overrides and faults stay.
   *
   * @param options.otherPolicy - Whether a snapshot of another policy brings its policy with it, and is the
   *   start from then on, for resets too. Default: false.
   * @throws `ConfigurationError` if it is malformed, has another policy, or breaks an invariant of its
   *   policy, such as having no administrator. The message has the place, and nothing is restored.
   */
  restore(snapshot: Snapshot, options?: RestoreOptions): void

  /** Makes a mock in the same state. The two share nothing: it copies what it changes. */
  fork(): this

  /**
   * Runs work on a fork, and drops the fork at the end of the work, also if it throws. Until then, calls from
   * inside reach the fork, also after an `await`, and others the mock itself. Isolated work can be nested.
   *
   * @throws `ConfigurationError` in a runtime without AsyncLocalStorage, such as a browser.
   * @example
   * await mock.isolate(async () => {
   *   await mock.client({ as: 'admin@acme.test' }).teams.create({ key: 'trial' })
   * })
   */
  isolate<T>(work: () => T): T

  /**
   * Adds people and resources in the format of a scenario: all, or none if one is wrong.
   *
   * @throws `ConfigurationError` if one is malformed, exists already, or names what does not exist.
   * @example
   * mock.seed({ users: [{ email: 'new@acme.test', teams: { support: 'member' } }] })
   */
  seed(scenario: SeedScenario): void

  /** The calls that changed the state, oldest first. Holds the last 1,000, or as many as an option says. */
  readonly history: readonly HistoryEntry[]

  /**
   * Takes back the last call that changed the state, with its entry in the audit, its mail and its kept
   * answer. The entries of refused calls stay, as does the log of requests.
   *
   * @returns The call; undefined if there is none.
   */
  undo(): HistoryEntry | undefined

  /**
   * Takes back all calls after one of the history.
   *
   * @throws `ConfigurationError` if the history has no call with the id.
   */
  rewind(id: string): void

  /** The clock: its time can be set and advanced. */
  readonly clock: Clock

  /**
   * Answers an operation in place of the policy and the platform, after routing and signing in, until
   * `reset()`. A result that the API's document does not allow is a 500 that names the override.
   * It is code: no snapshot, file or browser's database holds it.
   *
   * @param override - Returns the operation's result, of a list its page, or throws a `problem`. It is
   *   synchronous.
   * @returns A function that ends it.
   * @throws `ConfigurationError` if there is no such operation.
   * @example
   * mock.override('users.list', ({ next }) => {
   *   const page = next()
   *   return { ...page, data: page.data.slice(0, 1) }
   * })
   */
  override<Id extends OperationId>(
    operation: Id,
    override: Override<Id>,
    options?: OverrideOptions,
  ): () => void

  /**
   * Puts another policy in force, on the same state. The history begins anew.
   *
   * @returns What people gain and lose, worked out when it is read.
   * @throws `ConfigurationError` if the policy has errors, or the state does not fit it: the message
   *   names what does not. The former policy then stays in force.
   */
  use(policy: PolicyName | Policy): PolicyDiff
}
