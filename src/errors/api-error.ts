import { printable } from '../core/base/printable.ts'
import type { ErrorCode } from '../generated/error-codes.ts'
import type { Problem } from './problem.ts'
import { retryAfter } from './retry-after.ts'
import { brand, RolecallError } from '../core/base/rolecall-error.ts'

/** What an {@link APIError} is made of. */
export interface APIErrorInit {
  status: number
  code: ErrorCode | 'unexpected_answer'
  headers: Headers
  problem?: Problem | undefined
  cause?: unknown
}

/**
 * The server answered, but not with what was asked for. Its subclasses tell one kind of refusal
 * each; this class itself stands for an answer outside the API's contract, such as a proxy's HTML
 * page with status 200.
 *
 * @example
 * if (error instanceof APIError) console.error(error.status, error.code, error.requestId)
 */
export class APIError extends RolecallError {
  /** The HTTP status. */
  declare readonly status: number
  /** What went wrong, from a closed set: made for `switch`. */
  declare readonly code: ErrorCode | 'unexpected_answer'
  /** The problem that the server sent; absent when its answer held none. */
  declare readonly problem: Problem | undefined
  /** The `X-Request-Id` of the answer, to quote when asking for help. */
  declare readonly requestId: string | undefined
  /** Milliseconds to wait before trying again, from when the answer came; absent if not told. */
  declare readonly retryAfter: number | undefined
  /**
   * The headers of the answer, `[token]` where the call's token was echoed. Not shown when the error is
   * printed: they may hold cookies.
   */
  declare readonly headers: Headers
  static {
    brand(this, 'APIError')
  }

  constructor(message: string, { status, code, headers, problem, cause }: APIErrorInit) {
    super(message, cause === undefined ? undefined : { cause })
    const told = headers.get('x-request-id') ?? problem?.instance
    const requestId = told && printable(told)
    Object.assign(this, {
      status,
      code,
      problem,
      requestId,
      retryAfter: retryAfter(headers, status),
    })
    Object.defineProperty(this, 'headers', { value: headers })
  }
}
