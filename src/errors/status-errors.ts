import { fits } from '../core/base/shape.ts'
import type {
  AuthenticationCode,
  BadRequestCode,
  ConflictCode,
  GoneCode,
  NotFoundCode,
  PermissionDeniedCode,
  PreconditionFailedCode,
  RateLimitCode,
  ServerCode,
  UnprocessableEntityCode,
} from '../generated/error-codes.ts'
import type { Decision, FieldError } from '../generated/models.ts'
import { APIError } from './api-error.ts'
import { explain, type ExplainOptions } from './denial-text.ts'
import { decisionOf } from './problem.ts'
import { brand } from '../core/base/rolecall-error.ts'

/** 400: the request can't be read, or its cursor belongs to another list. */
export class BadRequestError extends APIError {
  declare readonly name: 'BadRequestError'
  declare readonly code: BadRequestCode
  static {
    brand(this, 'BadRequestError')
  }
}

/** 401: no token was sent, or one that is unknown or revoked. */
export class AuthenticationError extends APIError {
  declare readonly name: 'AuthenticationError'
  declare readonly code: AuthenticationCode
  static {
    brand(this, 'AuthenticationError')
  }
}

/**
 * 403: the policy denies it. The message names the rule and the smallest remedy.
 *
 * @example
 * if (error instanceof PermissionDeniedError) {
 *   const [remedy] = error.decision?.alternatives ?? []
 *   for (const { operation, args } of remedy?.calls ?? []) await admin.call(operation, ...args)
 * }
 */
export class PermissionDeniedError extends APIError {
  declare readonly name: 'PermissionDeniedError'
  declare readonly code: PermissionDeniedCode
  static {
    brand(this, 'PermissionDeniedError')
  }

  /** The rule, what is missing and what would allow it; absent where the server keeps it to itself. */
  get decision(): Decision | undefined {
    return decisionOf(this.problem)
  }

  /**
   * The denial at length, as plain text for a terminal: the rule, what is missing and what there is
   * instead, and each way to have it allowed, with its calls and who may make them.
   *
   * @example
   * if (error instanceof PermissionDeniedError) {
   *   console.error(error.explain({ width: process.stdout.columns }))
   * }
   */
  explain(options: ExplainOptions = {}): string {
    return explain(this, options)
  }
}

/** 404: there is no such thing, or none that you may know of. */
export class NotFoundError extends APIError {
  declare readonly name: 'NotFoundError'
  declare readonly code: NotFoundCode
  static {
    brand(this, 'NotFoundError')
  }
}

/** 409: the present state forbids it, whoever asks. */
export class ConflictError extends APIError {
  declare readonly name: 'ConflictError'
  declare readonly code: ConflictCode
  static {
    brand(this, 'ConflictError')
  }
}

/** 410: what the call is about was withdrawn. */
export class GoneError extends APIError {
  declare readonly name: 'GoneError'
  declare readonly code: GoneCode
  static {
    brand(this, 'GoneError')
  }
}

/** 412: the thing has changed since the `etag` given as `ifMatch` was read. Read it again. */
export class PreconditionFailedError extends APIError {
  declare readonly name: 'PreconditionFailedError'
  declare readonly code: PreconditionFailedCode
  static {
    brand(this, 'PreconditionFailedError')
  }
}

/**
 * 422: the request is well formed, but some of its values can't be right.
 *
 * @example
 * for (const { pointer, message } of error.errors) form.fault(pointer, message)
 */
export class UnprocessableEntityError extends APIError {
  declare readonly name: 'UnprocessableEntityError'
  declare readonly code: UnprocessableEntityCode
  static {
    brand(this, 'UnprocessableEntityError')
  }

  /** Each fault with its place in the body; empty where the fault has none. */
  get errors(): readonly FieldError[] {
    const errors = this.problem?.errors
    return fits(errors, [{ pointer: 'string', message: 'string' }]) ? (errors ?? []) : []
  }
}

/** 429: too many calls, also after retries. `retryAfter` says how long to wait, where the server did. */
export class RateLimitError extends APIError {
  declare readonly name: 'RateLimitError'
  declare readonly code: RateLimitCode
  static {
    brand(this, 'RateLimitError')
  }
}

/** 5xx: the server failed. */
export class ServerError extends APIError {
  declare readonly name: 'ServerError'
  declare readonly code: ServerCode
  static {
    brand(this, 'ServerError')
  }
}
