import type { FaultRun } from '../faults/fault-run.ts'
import { RequestListeners } from '../log/request-listeners.ts'
import type { Answer, Message } from '../message/message.ts'
import { handle } from '../pipeline/handle.ts'
import type { Platform } from '../platform/platform.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { quoted } from '../shared/quoted.ts'
import { apply, revert } from '../state/apply.ts'
import type { Change } from '../state/journal.ts'
import type { Store } from '../state/store.ts'
import { forkOf, type LivePlatform } from '../platform/fork.ts'
import type { HistoryEntry } from '../snapshot/history-entry.ts'
import { entryOf, History } from './history.ts'
import { NamedStates } from './named-states.ts'
import type { StateEvent, StateListener } from './state-event.ts'
import { underPolicy } from './use-policy.ts'

/** What a state begins with. */
export interface Begin {
  /** The platform to fork. Default: that of the start. */
  readonly from?: Platform
  readonly history: History
  readonly faults: FaultRun
  /** The faults after a reset. Default: `faults`. */
  readonly startFaults?: FaultRun
  readonly sequence: number
}

/**
 * One state of a mock, with everything that a state has of its own. A mock has one, and others for a
 * while: of isolated work, and by name.
 */
export class LiveState {
  readonly listeners = new RequestListeners()
  /** The states that requests to this one choose by a header. They begin at the start. */
  readonly named: NamedStates<LiveState>
  readonly #followers = new Set<StateListener>()
  /** The platform at the start. It is never changed: every reset is a fork of it. */
  #start: Platform
  #platform: LivePlatform
  #history: History
  #sequence: number
  /** Whether a call or lever is at work. */
  #isBusy = false

  /** The faults at the start. Like the platform there, they are never changed. */
  readonly #startFaults: FaultRun
  #faults: FaultRun

  constructor(start: Platform, { from = start, history, faults, startFaults, sequence }: Begin) {
    // Not as the field's initial value, whose arrow function the build would leave without its `this`.
    this.named = new NamedStates(() => this.#atStart())
    this.#start = start
    this.#history = history
    this.#sequence = sequence
    this.#startFaults = startFaults ?? faults
    this.#faults = faults.fork()
    this.#platform = forkOf(from, this.listeners)
  }

  get platform(): LivePlatform {
    return this.#platform
  }

  get faults(): FaultRun {
    return this.#faults
  }

  get history(): readonly HistoryEntry[] {
    return this.#history.entries
  }

  /** How many changes were made. */
  get sequence(): number {
    return this.#sequence
  }

  /** A state that goes on from this one, without its listeners and named states. */
  fork(): LiveState {
    return new LiveState(this.#start, {
      from: this.#platform,
      history: this.#history.copy(),
      faults: this.#faults,
      startFaults: this.#startFaults,
      sequence: this.#sequence,
    })
  }

  /** The state is dropped: what goes on as long as it ends. */
  end(): void {
    this.listeners.end()
  }

  /** Calls the listener after each request and lever. Returns a function that ends it. */
  follow(listener: StateListener): () => void {
    this.#followers.add(listener)
    return () => {
      this.#followers.delete(listener)
    }
  }

  /** Answers a request of the API. `note` is for its entry in the log. */
  handle(message: Message, note?: string): Answer {
    const { store, log } = this.#platform
    store.clock.keepPace()
    const answer = this.#noting(
      () => handle(this.#platform, message, { faults: this.#faults, note }),
      () => log.newest && entryOf(log.newest, store.now),
    )
    // Once the call is over, so that a listener may pull any lever.
    if (!this.#isBusy) log.tellListeners()
    return answer
  }

  /** Restores the start and its faults, without overrides. The policy stays. */
  reset(): void {
    this.#assertIdle('mock.reset')
    this.#faults = this.#startFaults.fork()
    this.#go(this.#start)
  }

  /**
   * Goes to another state. Overrides stay, what coverage has seen, and where the rules are published.
   *
   * @param options.isStart - Whether it is the start from then on, for one under another policy.
   */
  restore(
    platform: Platform,
    { sequence, isStart = false }: { readonly sequence?: number; readonly isStart?: boolean } = {},
  ): void {
    this.#assertIdle('mock.restore')
    const { overrides, coverage, docs } = this.#platform
    const kept = { ...(coverage && { coverage }), ...(docs !== undefined && { docs }) }
    this.#go({ ...platform, ...kept, overrides }, sequence)
    if (isStart) this.#start = { ...platform, ...kept }
  }

  /** Puts another policy in force, for the start too. The log goes on. */
  use(compiled: CompiledPolicy): void {
    this.#assertIdle('mock.use')
    const { log, overrides } = this.#platform
    const start = underPolicy(this.#start, compiled)
    this.#go({ ...underPolicy(this.#platform, compiled), overrides }, this.#sequence + 1, log)
    this.#start = start
  }

  /** Makes a change that is no call of the API. */
  change<T>(operation: 'signUp' | 'seed', work: () => T, actor?: string): T {
    const { log, store } = this.#platform
    store.clock.keepPace()
    return this.#noting(work, () => ({
      id: log.nextId(),
      at: store.now,
      operation,
      ...(actor !== undefined && { actor }),
    }))
  }

  changeClock(work: (store: Store) => void): void {
    const { store } = this.#platform
    const { pace } = store.clock
    const change = () =>
      store.transaction(
        () => work(store),
        () => true,
      )
    this.#noting(change, () => undefined)
    // The step that was told has the time, and no pace.
    if (pace === 'real' || store.clock.pace !== pace) this.#tell('another')
  }

  /** Takes back the last change of the history. */
  undo(): HistoryEntry | undefined {
    this.#assertIdle('mock.undo')
    const last = this.#history.pop()
    if (last === undefined) return undefined
    const { store, log } = this.#platform
    revert(store, last.changes)
    log.withdraw(last.additions)
    this.#sequence += 1
    this.#tell('another')
    return last.entry
  }

  /** Takes back all changes of the history after one. */
  rewind(id: string): void {
    const count = this.#history.callsAfter(id)
    if (count === undefined) {
      const { id: last } = this.history.at(-1) ?? {}
      const text = last === undefined ? 'It is empty.' : `The last is ${last}.`
      throw new ConfigurationError(`The history has no call ${quoted(id)}. ${text}`)
    }
    for (let left = count; left > 0; left -= 1) this.undo()
  }

  /** Makes the changes that a call made in another mock in the same state. */
  adopt({ changes, additions, entry }: Exclude<StateEvent, 'another'>, requests: number): void {
    const { store, log } = this.#platform
    const work = () => {
      if (changes.length > 0) apply(store, changes)
      log.adopt(additions, requests)
    }
    this.#noting(work, () => entry)
  }

  #go(to: Platform, sequence = this.#sequence + 1, log = to.log.fork(this.listeners)): void {
    this.#platform = { ...forkOf(to, this.listeners), log }
    this.#history = this.#history.empty()
    this.#sequence = sequence
    this.#tell('another')
  }

  #atStart(): LiveState {
    const { overrides } = this.#platform
    return new LiveState(this.#start, {
      from: { ...this.#start, overrides },
      history: this.#history.empty(),
      faults: this.#faults,
      startFaults: this.#startFaults,
      sequence: 0,
    })
  }

  /** Throws within a call: an override that went back in time would change the state under its own call. */
  #assertIdle(lever: string): void {
    if (!this.#isBusy) return
    throw new ConfigurationError(`${lever} can't be called by an override. Call it after the call.`)
  }

  /** Runs the work, and notes what it changed and added to the log. A call within a call is part of it. */
  #noting<T>(work: () => T, entryFor: () => HistoryEntry | undefined): T {
    if (this.#isBusy) return work()
    const { store, log } = this.#platform
    const changes: Change[] = []
    const { result, additions } = log.watch(() => {
      store.onCommit = (made) => changes.push(...made)
      this.#isBusy = true
      try {
        return work()
      } finally {
        this.#isBusy = false
        store.onCommit = undefined
      }
    })
    const entry = changes.length > 0 ? entryFor() : undefined
    if (entry !== undefined) this.#history.add({ entry, changes, additions })
    if (changes.length > 0) this.#sequence += 1
    this.#tell({ changes, additions, entry })
    return result
  }

  #tell(event: StateEvent): void {
    for (const listener of this.#followers) listener(event)
  }
}
