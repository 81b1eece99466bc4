import type { RolecallError } from '../base/rolecall-error.ts'
import { AbortedError, TimeoutError } from '../../errors/transport-errors.ts'

// Timers count in 32 bits: a longer one would fire at once.
export const LONGEST = 2 ** 31 - 1

/** A call's time. What runs in it ends with it, even if it ignores its signal. One thing runs at a time. */
export interface Deadline {
  /** Milliseconds left of the total time; 0 once the call has ended. */
  left(): number
  /** Runs `work` until it settles; rejects when the call ends, or after `ms`. Default: no limit of its own. */
  within<T>(work: (signal: AbortSignal) => PromiseLike<T>, ms?: number): Promise<T>
  /** Waits after `failure`, which is the cause if the total time runs out from now on. */
  wait(ms: number, failure: unknown): Promise<void>
}

/** Runs `work` in the time of a call: until its signal aborts, or `totalTimeout` milliseconds have passed. */
export async function inTime<T>(
  operation: string,
  totalTimeout: number,
  signal: AbortSignal | null | undefined,
  work: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const latest = performance.now() + totalTimeout
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

  const within: Deadline['within'] = async (run, ms = Infinity) => {
    if (ended) throw ended
    const controller = new AbortController()
    let own: Timer
    try {
      return await new Promise((resolve, reject) => {
        const stopThis = (stop = (error) => {
          clearTimeout(own)
          reject(error)
          controller.abort(error)
        })
        own = after(ms, () => stopThis(late(ms)))
        // Always attached: the rejection of late work would be unhandled.
        run(controller.signal).then(resolve, reject)
      })
    } finally {
      clearTimeout(own)
    }
  }

  const timer = after(totalTimeout, () => end(late(totalTimeout, ' in all')))
  if (signal?.aborted) abort()
  else signal?.addEventListener('abort', abort)
  try {
    return await work({
      left: () => (ended ? 0 : latest - performance.now()),
      within,
      wait: (ms, failure) => {
        cause = { cause: failure }
        return within(
          (ending) =>
            new Promise((resolve) => {
              const waiting = setTimeout(resolve, ms)
              ending.addEventListener('abort', () => clearTimeout(waiting))
            }),
        )
      },
    })
  } finally {
    close()
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined

function after(ms: number, act: () => void): Timer {
  return ms > LONGEST ? undefined : setTimeout(act, ms)
}
