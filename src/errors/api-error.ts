import { printable } from '../core/base/printable.ts'
import type { ErrorCode } from '../generated/error-codes.ts'
import type { Problem } from './problem.ts'
import { retryAfter } from './retry-after.ts'
import { brand, RolecallError } from '../core/base/rolecall-error.ts'

/** The members of an {@link APIError}. */
export interface APIErrorInit {
  status: number
  code: ErrorCode | 'unexpected_answer'
  headers: Headers
  problem?: Problem | undefined
  cause?: unknown
}

/**
 * The server answered, but not with the result of the call. Each subclass stands for one kind of refusal;
 * this class itself for an answer outside the API's contract, such as a proxy's HTML page with status 200.
 *
 * @example
 * if (error instanceof APIError) console.error(error.status, error.code, error.requestId)
 */
export class APIError extends RolecallError {
  /** The HTTP status. */
  declare readonly status: number
  /** What went wrong: one of a closed set, for `switch`. */
  declare readonly code: ErrorCode | 'unexpected_answer'
  /** The problem document of the answer; absent if it has none. */
  declare readonly problem: Problem | undefined
  /** The answer's `X-Request-Id`. Quote it in support requests. */
  declare readonly requestId: string | undefined
  /** Milliseconds to wait before the next try, from the answer on; absent if the server says nothing. */
  declare readonly retryAfter: number | undefined
  /**
   * The headers of the answer, with `[token]` in place of the call's token. Hidden from `console.log` and
   * JSON, since they may hold cookies.
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
