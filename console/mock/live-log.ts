import type { Control, LoggedRequest } from '../../mocks/control-client/index.ts'

/** The most requests that the console keeps. Older ones go. */
const mostKept = 5000

/** Milliseconds between two looks at what has arrived: a burst of lines is one rendering. */
const pause = 100

/** Milliseconds before a lost stream is opened again. */
const delay = 1000

/** The state of the stream: `lost` while the mock can't be reached. */
export type Liveness = 'opening' | 'live' | 'lost'

/** The requests that a mock has answered, as far as the console has heard of them. */
export interface LogState {
  /** Oldest first. */
  readonly requests: readonly LoggedRequest[]
  readonly liveness: Liveness
}

/** Follows the log of a mock for as long as somebody watches it. */
export class LiveLog {
  readonly #control: Control
  readonly #listeners = new Set<() => void>()
  #state: LogState = { requests: [], liveness: 'opening' }
  #arrived: LoggedRequest[] = []
  #following: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(control: Control) {
    this.#control = control
  }

  readonly state = (): LogState => this.#state

  /** Watches the log. Returns a function that ends it. */
  readonly watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (this.#following === undefined) {
      this.#following = new AbortController()
      void this.#follow(this.#following.signal)
    }
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      this.#following?.abort()
      this.#following = undefined
      clearTimeout(this.#timer)
      this.#timer = undefined
    }
  }

  /** Forgets the requests so far, here alone: the mock keeps its log. */
  readonly clear = (): void => {
    this.#arrived = []
    this.#set({ requests: [] })
  }

  async #follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#read(signal)
      } catch {
        // The mock has ended, or is not there yet.
      }
      if (signal.aborted) return
      this.#set({ liveness: 'lost' })
      await new Promise((resolve) => setTimeout(resolve, delay))
    }
  }

  async #read(signal: AbortSignal): Promise<void> {
    const last = () => (this.#arrived.at(-1) ?? this.#state.requests.at(-1))?.id
    // A stream alone would miss what was answered before it began.
    const missed = await this.#control.requests()
    const known = new Set(this.#state.requests.map(({ id }) => id))
    this.#arrived.push(...missed.filter(({ id }) => !known.has(id)))
    this.#take('live')
    const since = last()
    const stream = this.#control.requests.stream({ signal, ...(since !== undefined && { since }) })
    for await (const request of stream) {
      this.#arrived.push(request)
      this.#timer ??= setTimeout(() => this.#take('live'), pause)
    }
  }

  #take(liveness: Liveness): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const requests = [...this.#state.requests, ...this.#arrived].slice(-mostKept)
    this.#arrived = []
    this.#set({ requests, liveness })
  }

  #set(change: Partial<LogState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
