import type { Client } from '../../src/index.ts'
import type { Decision } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import type { NamedState } from '../control/controls.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { FaultPlan } from '../faults/plan.ts'
import type { EffectiveAccess } from '../inspect/access.ts'
import type { LoggedDetail } from '../inspect/logged-detail.ts'
import type { PolicyFinding } from '../inspect/check-text.ts'
import type { PolicyComparison } from '../inspect/compare.ts'
import type { PolicyDetail, PolicyRules, PolicySummary } from '../inspect/policies.ts'
import type { RightsMatrix } from '../inspect/matrix.ts'
import type { Rehearsal } from '../inspect/rehearsal.ts'
import type { Mail } from '../log/mail.ts'
import type { LoggedRequest } from '../log/logged-request.ts'
import type { RestoreOptions, SnapshotOptions } from '../mock/levers.ts'
import type { EnforcementPointOptions, SignInOptions } from '../mock/mock.ts'
import type { SeedScenario } from '../mock/seed.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { HistoryEntry } from '../snapshot/history-entry.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { KnownUser } from '../platform/known-user.ts'

/**
 * Controls a mock, in process or over HTTP. Each method rejects with an `APIError` if the mock refuses it, and
 * with a `ConnectionError` if nothing answers; it has then changed nothing. An argument that is missing, or
 * of another type, is a `ConfigurationError`.
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
  /**
   * Returns all that makes this the same mock elsewhere.
   *
   * @param options.secrets - Whether it holds kept answers, keys and token values. Default: true.
   */
  snapshot(options?: SnapshotOptions): Promise<Snapshot>
  /**
   * Takes the mock to a snapshot, of this one or another. One that does not fit changes nothing.
   *
   * @param options.otherPolicy - Whether a snapshot of another policy brings its policy with it, and is the
   *   start from then on. Default: false.
   */
  restore(snapshot: Snapshot, options?: RestoreOptions): Promise<void>
  /**
   * Adds people and resources in the format of a scenario: all, or none if one is wrong.
   *
   * @example
   * await control.seed({ users: [{ email: 'new@acme.test' }] })
   */
  seed(scenario: SeedScenario): Promise<void>
  readonly states: ControlledStates
  /** Lists the calls that changed the state, oldest first. */
  history(): Promise<readonly HistoryEntry[]>
  /** Takes back the last call that changed the state, and returns it; undefined if there is none. */
  undo(): Promise<HistoryEntry | undefined>
  /** Takes back all calls after one of the history. */
  rewind(id: string): Promise<void>
  readonly clock: RemoteClock
  readonly policy: ControlledPolicy
  /** The policies that come with the package, and the one in force. */
  readonly policies: ControlledPolicies
  readonly rules: ControlledRules
  /** Takes the mock back to its start, and clears log, faults and overrides. The policy stays. */
  reset(): Promise<void>
  /** The log of the requests. */
  readonly requests: ControlledRequests
  /** Lists the e-mails that the platform would have sent, oldest first. */
  outbox(): Promise<readonly Mail[]>
  /** Returns which operations, rules and leaves of the policy were seen allowed and denied. */
  coverage(): Promise<Coverage>
  readonly faults: ControlledFaults
  /**
   * Makes a call on a copy of the state, and returns what it would answer, why, and what it would change.
   * Nothing is logged, and the state stays as it is: ids, times and etags are those that the call would
   * give now. Faults do not strike it.
   *
   * @example
   * const { status, effect } = await control.rehearse({
   *   as: 'admin@acme.test',
   *   operation: 'users.update',
   *   args: ['lead@acme.test', { teams: { admin: 'platform_admin' } }],
   * })
   * console.log(status, effect.people.changes.length)
   */
  rehearse(call: CallToRehearse): Promise<Rehearsal>
  /**
   * Tabulates who may do what on a resource: people, or an imagined holder of each role, by the operations
   * and permissions. It hides nothing.
   *
   * @example
   * const { actions, rows } = await control.matrix({ resource: { type: 'project', id: 'triage' } })
   * for (const { name, cells } of rows) console.log(name, cells[0]?.outcome, actions[0]?.action)
   */
  matrix(options?: MatrixOptions): Promise<RightsMatrix>
  /**
   * Returns the whole decision on an action, with its remedies: the one that `access.evaluate` makes for
   * the person.
   *
   * @example
   * const { text } = await control.explain({ as: 'lead@acme.test', action: 'roles.create' })
   */
  explain(question: QuestionToExplain): Promise<Decision>
  /**
   * Returns the permissions of a person in the organization, in teams and on projects, and where each comes
   * from.
   *
   * @example
   * const { projects } = await control.access({ user: 'lead@acme.test' })
   * for (const { key, ways } of projects) console.log(key, ways[0]?.through)
   */
  access(options: AccessOptions): Promise<EffectiveAccess>
  /** Returns what mock this is: its policy, scenario, seed, clock and states. */
  about(): Promise<MockSummary>
}

/** Options of `control.access`. */
export interface AccessOptions {
  /** The person, by id or e-mail address. */
  readonly user: string
  /** A project, by id or key. Default: those on which the person has a permission. */
  readonly project?: string | undefined
}

/** A mock in a few words. */
export interface MockSummary {
  readonly policy: {
    readonly name: string
    /** The name of the platform. */
    readonly title: string
    readonly hardened: boolean
  }
  /** The name of the scenario. */
  readonly scenario: string
  readonly warnings: readonly string[]
  readonly seed: string
  /** How much of a decision ordinary users are told. */
  readonly explain: 'all' | 'missing' | 'nothing'
  readonly clock: ClockState
  /** The names of the states beside this one. */
  readonly states: readonly string[]
  /** How many users there are. */
  readonly users: number
  /** Whether a fault plan is in force. */
  readonly faults: boolean
}

/** Options of `control.matrix`. */
export interface MatrixOptions {
  /** The resource of the actions. Default: the organization. */
  readonly resource?: ResourceReference | undefined
  /** The people, by id or e-mail address, at most 200. Default: the scenario's personas. */
  readonly users?: readonly string[] | undefined
  /** Whether the rows are people, or holders of the roles that count on the resource. Default: `people`. */
  readonly by?: 'people' | 'roles' | undefined
}

/** A resource by its type, and its id or key; `current` for the organization. */
export interface ResourceReference {
  readonly type: string
  readonly id: string
}

/** A question about an action, of a person or of an imagined holder of a role. */
export interface QuestionToExplain {
  /** The person, by id or e-mail address. */
  readonly as?: string | undefined
  /** In place of `as`: the id of a row of the matrix by roles, for the same resource. */
  readonly holder?: string | undefined
  /** An operation, or a permission of the policy. */
  readonly action: string
  /** The resource of the action. Default: the organization. */
  readonly resource?: ResourceReference | undefined
  /** The arguments of the call. Default: they are open, and the answer may be `depends`. */
  readonly args?: readonly unknown[] | undefined
}

/** A call of a person. */
export interface CallToRehearse {
  /** The caller, by id or e-mail address. */
  readonly as: string
  readonly operation: OperationId
  /** The arguments as `client.call(operation, ...args)` takes them: path arguments, then the body or query. Default: none. */
  readonly args?: readonly unknown[] | undefined
  /** The `If-Match` header. Default: none. */
  readonly ifMatch?: string | undefined
}

/**
 * The states that a mock keeps by name, whichever this control has. The option `session` of `createControl`
 * chooses one, as does the header `X-Mock-Session` of a request.
 */
export interface ControlledStates {
  /** Lists the states, the one that was used last first. */
  list(): Promise<readonly NamedState[]>
  /** Returns what is known of a state. */
  get(name: string): Promise<NamedState>
  /**
   * Creates a state: as the mock started, as a copy of another state, or from a snapshot of any policy. At most 100 are
   * kept: the one that was unused the longest goes.
   *
   * @example
   * await control.states.create('trial', { from: '.' })
   */
  create(name: string, options?: CreateStateOptions): Promise<NamedState>
  /** Deletes a state. The next request that names it begins a new one. */
  delete(name: string): Promise<void>
  /** Deletes all named states. */
  clear(): Promise<void>
}

/** Options of `control.states.create`: one of them, or none. */
export interface CreateStateOptions {
  /** The name of the state to copy. `.` is the main state, of requests that name none. */
  readonly from?: string | undefined
  /** The snapshot to begin with. */
  readonly snapshot?: Snapshot | undefined
}

/** The clock of a mock. Each method returns the clock after it. */
export interface RemoteClock {
  /** Returns the time of the mock. Reading it moves nothing. */
  get(): Promise<ClockState>
  /** Sets the time, as ISO 8601 text. */
  set(instant: string): Promise<ClockState>
  /**
   * Moves the time forward.
   *
   * @example
   * await control.clock.advance('3 days')
   */
  advance(duration: string | number): Promise<ClockState>
  /** Stops the clock. */
  freeze(): Promise<ClockState>
  /** Lets the clock run with real time. */
  run(): Promise<ClockState>
  /** Moves the clock with each change, as at the start. */
  followChanges(): Promise<ClockState>
}

/** The clock of a mock at one moment. */
export interface ClockState {
  /** ISO 8601. */
  readonly now: string
  /** What moves it: each call, real time, or nothing. */
  readonly pace: 'change' | 'real' | 'frozen'
}

/** The policy in force. */
export interface ControlledPolicy {
  /** Returns the policy, as data. */
  get(): Promise<Policy>
  /**
   * Puts another policy in force on the same state: one that comes with the package by its name, or your
   * own. Returns what people gain and lose: in a state of more than 100 people, what 25 of them do.
   */
  use(policy: string | Policy): Promise<PolicyComparison>
  /**
   * Finds the problems of a policy, errors first, and puts nothing in force. A text is read as JSON.
   *
   * @example
   * for (const { pointer, message } of await control.policy.check('{ "name": "mine" }')) {
   *   console.log(pointer, message)
   * }
   */
  check(policy: unknown): Promise<readonly PolicyFinding[]>
  /**
   * Compares two policies on this state, which stays as it is: what people would gain and lose.
   *
   * @example
   * const { changes } = await control.policy.compare({ to: myPolicy })
   */
  compare(policies: PoliciesToCompare): Promise<PolicyComparison>
}

/** Two policies: each by the name of one that comes with the package, or your own. */
export interface PoliciesToCompare {
  /** Default: the policy in force. */
  readonly from?: string | Policy | undefined
  readonly to: string | Policy
}

/** The policies that a mock knows. */
export interface ControlledPolicies {
  /** Lists the policy in force, then the others that come with the package. */
  list(): Promise<readonly PolicySummary[]>
  /** Returns a policy as data, with its readings: the one in force, or one that comes with the package. */
  get(name: string): Promise<PolicyDetail>
}

/** The rules of policies. */
export interface ControlledRules {
  /**
   * Lists the rules of a policy, each with its source, its readings, what asks it and what refuses by it;
   * then those of every platform.
   *
   * @param options.policy - The name of the policy. Default: the one in force.
   */
  list(options?: RulesOptions): Promise<PolicyRules>
}

/** Options of `control.rules.list`. */
export interface RulesOptions {
  readonly policy?: string | undefined
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
  /**
   * Returns a request with its answer, and every rule that it asks, part by part. The answers of the newest
   * 1,000 requests are kept, without secrets.
   */
  get(id: string): Promise<LoggedDetail>
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
