import { checkFunction, checkNumber, type Checks } from '../base/check.ts'

/** Limits of a call's time and retries. `null` means none: no limit, no retries. */
export interface CallLimits {
  /**
   * Milliseconds for one attempt, from asking for its token to the end of the answer's body. A longer attempt is
   * aborted, and retried like a failed connection; the last one fails with a {@link TimeoutError}.
   * `Infinity` waits for ever. Default: 60,000.
   */
  timeout?: number | null | undefined
  /**
   * Milliseconds for the whole call, with all its attempts and the waits between them; then it fails
   * with a {@link TimeoutError}. Default: `Infinity`, so that `timeout` and `retries` decide.
   */
  totalTimeout?: number | null | undefined
  /**
   * How often to retry transient failures: no connection (unless the host name is unknown or its certificate
   * untrusted), no answer in time, 408, 409 that says so, 429, and 5xx other than 501. A write is only retried
   * with its idempotency key. Default: 2.
   */
  retries?: number | null | undefined
}

/** Limits of every call of a client. `null` means none: no limit, no retries. */
export interface LimitOptions extends CallLimits {
  /**
   * The longest `Retry-After`, in milliseconds, that a retry waits for. If the server asks for more, the
   * call fails at once and the error's `retryAfter` says how long to wait. Default: 60,000.
   */
  maxRetryAfter?: number | null | undefined
  /**
   * The largest body of an answer, in bytes after decompression. A larger body is read no further: the call
   * fails with an {@link APIError}. If `fetch` answers no web streams (React Native, node-fetch), the body is read
   * whole first, and its characters are counted. Default: 16,777,216 (16 MiB).
   */
  maxResponseBytes?: number | null | undefined
  /**
   * Answers numbers from 0 up to 1 for the waits between attempts: the n-th wait is `random()` times
   * 500 ms, 1 s, 2 s, 4 s, then 8 s. Default: `Math.random`.
   */
  random?: (() => number) | null | undefined
}

/** All limits, checked. */
export interface Limits {
  readonly timeout: number
  readonly totalTimeout: number
  readonly retries: number
  readonly maxRetryAfter: number
  readonly maxResponseBytes: number
  readonly random: () => number
}

/** The default limits. */
export const defaultLimits: Limits = {
  timeout: 60_000,
  totalTimeout: Infinity,
  retries: 2,
  maxRetryAfter: 60_000,
  maxResponseBytes: 2 ** 24,
  // Looked up at each call: tests replace Math.random.
  random: () => Math.random(),
}

const isPositive = (value: number) => value > 0
const duration = checkNumber('a number of milliseconds above 0, or Infinity', isPositive)

/** How the limits of a call are checked. */
export const callLimitChecks: Checks<CallLimits> = {
  timeout: duration,
  totalTimeout: duration,
  retries: checkNumber(
    'a whole number, 0 for none',
    (value) => value >= 0 && Number.isInteger(value),
  ),
}

/** How those of a client are. */
export const limitChecks: Checks<LimitOptions> = {
  ...callLimitChecks,
  maxRetryAfter: checkNumber('a number of milliseconds from 0', (value) => value >= 0),
  maxResponseBytes: checkNumber('a number of bytes above 0, or Infinity', isPositive),
  random: checkFunction,
}

// What null stands for, where it is not Infinity.
const none: Readonly<Record<string, unknown>> = { retries: 0, random: defaultLimits.random }

/** The same as `base`, but for the limits that checked `options` set. */
export function readLimits<T extends Limits>(options: LimitOptions, base: T): T {
  const limits = { ...base }
  for (const [name, value] of Object.entries({ ...options })) {
    if (name in defaultLimits && value !== undefined) {
      Object.assign(limits, { [name]: value ?? none[name] ?? Infinity })
    }
  }
  return limits
}
