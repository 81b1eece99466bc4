import { AbortedError, TimeoutError } from '../errors/transport-errors.ts'
import { RolecallError } from '../errors/rolecall-error.ts'

// Timers count in 32 bits: what is longer would fire at once.
const LONGEST = 2 ** 31 - 1

/** How long a call may take and what else may end it. */
export interface Deadline {
  operation: string
  timeout: number
  signal: AbortSignal | undefined
}

/**
 * Runs `work` until it settles, its time is up or its signal ends it. It settles then even if `work`
 * takes no notice, and leaves neither a timer nor a listener behind.
 */
export function withDeadline<T>(
  { operation, timeout, signal }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    const end = (error: RolecallError) => {
      clean()
      reject(error)
      controller.abort(error)
    }
    const abort = () =>
      end(new AbortedError(`${operation} was ended by its signal`, { cause: signal?.reason }))
    const expire = () => end(new TimeoutError(`${operation} took longer than ${timeout} ms`))
    const clean = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
    const timer = timeout > LONGEST ? undefined : setTimeout(expire, timeout)
    if (signal?.aborted) return abort()
    signal?.addEventListener('abort', abort)
    work(controller.signal).finally(clean).then(resolve, reject)
  })
}

/** `value`, if it is a time to wait. */
export function checkTimeout(value: number): number {
  if (typeof value === 'number' && value > 0) return value
  throw new RolecallError(
    `timeout must be a number of milliseconds above 0, or Infinity to wait for ever, not ${value}`,
  )
}
