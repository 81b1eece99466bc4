import type { RolecallError } from '../base/rolecall-error.ts'
import { AbortedError, TimeoutError } from '../../errors/transport-errors.ts'

// Timers count in 32 bits: what is longer would fire at once.
export const LONGEST = 2 ** 31 - 1

/** How long a call may take, and what else may end it. */
interface Limits {
  readonly timeout: number
  readonly totalTimeout: number
}

/** Settles as a promise does, or rejects when the time is up. */
export type Until = <T>(work: PromiseLike<T>) => Promise<T>

/** A call's time. What runs in it ends with it, even if it takes no notice of its signal. */
export interface Deadline {
  /** Whether the call's signal or its total time has ended it. */
  readonly ended: boolean
  /** Milliseconds that are left of the total time. */
  left(): number
  /** Runs `work` until it settles or its own time is up: after `ms`, or else the timeout. */
  within<T>(work: (signal: AbortSignal) => PromiseLike<T>, ms?: number): Promise<T>
  /** Runs `work`, which waits for nothing but by `until`: so it can answer how far it came in time. */
  attempt<T>(work: (signal: AbortSignal, until: Until) => Promise<T>, ms?: number): Promise<T>
  /** Waits after `failure`, which is the cause if the total time runs out from now on. */
  wait(ms: number, failure: unknown): Promise<void>
  /** Clears the timer and the abort listener. Always call it, e.g. in `finally`. */
  close(): void
}

/** Starts the time of a call. */
export function startDeadline(
  operation: string,
  { timeout, totalTimeout }: Limits,
  signal: AbortSignal | null | undefined,
): Deadline {
  const start = performance.now()
  let ended: RolecallError | undefined
  let cause: { cause: unknown } | undefined
  let stop: ((error: RolecallError) => void) | undefined

  const end = (error: RolecallError) => {
    ended = error
    close()
    stop?.(error)
  }
  const abort = () =>
    end(new AbortedError(`${operation} was ended by its signal`, { cause: signal?.reason }))
  const late = (ms: number, all = '') =>
    new TimeoutError(`${operation} took longer than ${ms} ms${all}`, cause)
  const close = () => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }

  const timer = after(totalTimeout, () => end(late(totalTimeout, ' with all its attempts')))
  if (signal?.aborted) abort()
  else signal?.addEventListener('abort', abort)

  const attempt: Deadline['attempt'] = async (work, ms = timeout) => {
    if (ended) throw ended
    const controller = new AbortController()
    let failed: RolecallError | undefined
    let fail: ((error: RolecallError) => void) | undefined
    const until: Until = (promise) =>
      new Promise((resolve, reject) => {
        if (failed) reject(failed)
        fail = reject
        // Also when it is late: a failure of what nobody waits for would be unhandled.
        promise.then(resolve, reject)
      })
    const stopThis = (error: RolecallError) => {
      clearTimeout(mine)
      failed = error
      fail?.(error)
      controller.abort(error)
    }
    const mine = after(ms, () => stopThis(late(ms)))
    stop = stopThis
    try {
      return await work(controller.signal, until)
    } finally {
      clearTimeout(mine)
    }
  }

  return {
    get ended() {
      return ended !== undefined
    },
    left: () => totalTimeout - (performance.now() - start),
    attempt,
    within: (work, ms) => attempt((ending, until) => until(work(ending)), ms),
    wait: (ms, failure) =>
      new Promise((resolve, reject) => {
        cause = { cause: failure }
        if (ended) return reject(ended)
        const mine = setTimeout(resolve, ms)
        stop = (error) => {
          clearTimeout(mine)
          reject(error)
        }
      }),
    close,
  }
}

function after(ms: number, act: () => void): ReturnType<typeof setTimeout> | undefined {
  return ms > LONGEST ? undefined : setTimeout(act, ms)
}
