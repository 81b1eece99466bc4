import type { Coverage } from '../coverage/coverage.ts'
import type { Faults } from '../faults/faults.ts'
import type { LoggedRequest } from '../log/logged-request.ts'
import type { Mail } from '../log/mail.ts'
import type { Refused } from '../message/refusal.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { PolicyDiff } from '../policy-diff/differences.ts'
import type { HistoryEntry } from '../snapshot/history-entry.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { Pace } from '../state/pace.ts'
import type { KnownUser } from '../platform/known-user.ts'
import type { Platform } from '../platform/platform.ts'

/** The levers of a mock that control paths move. A mock has them, and others. */
export interface Levers {
  users(): readonly KnownUser[]
  readonly requests: readonly LoggedRequest[]
  onRequest(listener: (request: LoggedRequest) => void): () => void
  readonly outbox: readonly Mail[]
  coverage(): Coverage
  readonly faults: Faults
  readonly policy: Policy
  use(policy: string | Policy): PolicyDiff
  snapshot(options: { readonly secrets: boolean }): Snapshot
  restore(snapshot: Snapshot, options?: { readonly otherPolicy?: boolean | undefined }): void
  seed(scenario: object): void
  reset(): void
  readonly history: readonly HistoryEntry[]
  undo(): HistoryEntry | undefined
  rewind(id: string): void
  readonly clock: ControlledClock
}

/** The clock of a mock. */
export interface ControlledClock {
  readonly now: string
  readonly pace: Pace
  set(instant: string): void
  advance(duration: string | number): void
  freeze(): void
  run(): void
  followChanges(): void
}

/** What is told of a state with a name. */
export interface NamedState {
  readonly name: string
  /** How many requests its log has. */
  readonly requests: number
  /** The time of its first use, by the clock of the machine. */
  readonly createdAt: string
  /** The time of its last use. */
  readonly lastUsedAt: string
}

/** The states that a mock keeps by name. */
export interface States {
  list(): readonly NamedState[]
  get(name: string): NamedState | Refused
  create(state: {
    readonly name: string
    readonly from?: string
    readonly snapshot?: Snapshot
  }): NamedState | Refused
  /** Deletes a state, or returns why not. */
  delete(name: string): Refused | undefined
  clear(): void
}

/** The controls of one state of a mock. */
export interface Controls {
  /** The states by name, whichever of them the request names. */
  readonly states: States
  readonly mock: Levers
  /** The whole state, for questions about it. */
  readonly platform: Platform
  /** What the mock was started with. */
  readonly about: { readonly scenario: string; readonly warnings: readonly string[] }
  /**
   * A copy of the state under another policy.
   *
   * @throws `ConfigurationError` if the policy is wrong, or the state does not fit it.
   */
  under(policy: string | Policy): Platform
  signIn(user: string, signUp: boolean): { readonly token: string } | Refused
  /** Calls the function when the state is dropped. Returns a function that takes it back. */
  atEnd(end: () => void): () => void
  /** The token of an enforcement point. */
  pointToken(): string
}
