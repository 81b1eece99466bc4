import { createLog } from '../../src/core/watch/logger.ts'
import { safely } from '../../src/core/watch/safely.ts'
import { brief } from '../shared/brief.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { valueText } from '../shared/value-text.ts'
import type { LoggedRequest } from './logged-request.ts'

/** Hears of an answered request. Its result is ignored, except for the rejection of a promise. */
export type RequestListener = (request: LoggedRequest) => unknown

/** The listeners of a mock's log. */
export class RequestListeners {
  // A function that listens twice hears of each request twice.
  readonly #listeners = new Set<{ readonly hear: RequestListener; hasFailed: boolean }>()

  readonly #ends = new Set<() => void>()

  get isEmpty(): boolean {
    return this.#listeners.size === 0
  }

  /** Adds a listener. Returns a function that removes it. */
  add(hear: RequestListener): () => void {
    if (typeof hear !== 'function') {
      throw new ConfigurationError(
        `mock.onRequest's listener must be a function, not ${valueText(hear)}.`,
      )
    }
    const listener = { hear, hasFailed: false }
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Calls the function when the log ends, unless the returned one was called before. */
  atEnd(end: () => void): () => void {
    this.#ends.add(end)
    return () => {
      this.#ends.delete(end)
    }
  }

  /** The log ends: nobody can add to it any more. */
  end(): void {
    for (const end of this.#ends) end()
  }

  /** Tells all listeners. An error of a listener breaks nothing; its first one is printed. */
  tell(request: LoggedRequest): void {
    for (const listener of this.#listeners) {
      void safely(
        () => listener.hear(request),
        (error) => {
          if (!listener.hasFailed) log('error', `${failed} ${brief(request.id)}:`, error)
          listener.hasFailed = true
        },
      )
    }
  }
}

const log = createLog(undefined, 'error')

const failed =
  'a listener of mock.onRequest failed. Its later errors are not printed. It failed for request'
