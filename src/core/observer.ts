import type { Operation } from './operation.ts'

/** Is told of each attempt at a call, for logs and hooks. It never throws. */
export interface Observer {
  /**
   * An attempt, the first being 1, is about to be sent. Headers may be added to its `request` here,
   * so it comes before `fetch`. It is a promise only where a hook asks for time.
   */
  start(operation: Operation, request: Request, attempt: number): Attempt | Promise<Attempt>
}

/** One attempt on its way. */
export interface Attempt {
  /** It is over, its answer read, refused or given up: to be called once for each that started. */
  end(outcome: Outcome): void
  /** After its end: the next attempt starts in `delay` milliseconds. */
  retry(error: unknown, delay: number): void
}

/** What came of an attempt. */
export interface Outcome {
  /** The answer, if one came. */
  readonly response: Response | undefined
  /** What the attempt failed with, if it did. */
  readonly error?: unknown
}

const silent: Attempt = { end: () => {}, retry: () => {} }

/** Takes no note of anything. */
export const noObserver: Observer = { start: () => silent }
