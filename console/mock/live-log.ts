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
  /** The last request that was heard of. It is known after the screen was cleared, too. */
  #last: LoggedRequest | undefined
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
    // A stream alone would miss what was answered before it began.
    const listed = await this.#control.requests()
    const { requests } = this.#state
    // The same seed gives the same ids: another mock at the address has them for other requests.
    const last = JSON.stringify(this.#last)
    const at = listed.findIndex((request) => JSON.stringify(request) === last)
    // Where the last request is unknown, another mock answers at the address, or the log was cleared there.
    const isAnother = this.#last !== undefined && at < 0
    this.#set({ requests: isAnother ? [] : requests })
    this.#arrived = listed.slice(at + 1)
    this.#take('live')
    this.#last = listed.at(-1)
    const since = this.#last?.id
    const stream = this.#control.requests.stream({ signal, ...(since !== undefined && { since }) })
    for await (const request of stream) {
      this.#last = request
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
