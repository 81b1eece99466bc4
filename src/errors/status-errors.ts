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

/** 400: the request is malformed, or its cursor belongs to another list. */
export class BadRequestError extends APIError {
  declare readonly name: 'BadRequestError'
  declare readonly code: BadRequestCode
  static {
    brand(this, 'BadRequestError')
  }
}

/** 401: the token is missing, unknown or revoked. */
export class AuthenticationError extends APIError {
  declare readonly name: 'AuthenticationError'
  declare readonly code: AuthenticationCode
  static {
    brand(this, 'AuthenticationError')
  }
}

/**
 * 403: the policy denies the call. The message names the rule and the smallest remedy.
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

  /** The rule, what is missing, and the calls that would allow it; absent if the server doesn't say. */
  get decision(): Decision | undefined {
    return decisionOf(this.problem)
  }

  /**
   * The denial as plain text for a terminal: the rule, the reason, and for each remedy its calls,
   * who can make them, and what they give beyond the denied call.
   *
   * @example
   * if (error instanceof PermissionDeniedError) {
   *   console.error(error.explain({ width: process.stdout.columns }))
   * }
   */
  explain(options: ExplainOptions = {}): string {
    return explain(this, this.decision, options)
  }
}

/** 404: the resource does not exist, or the caller may not know that it does. */
export class NotFoundError extends APIError {
  declare readonly name: 'NotFoundError'
  declare readonly code: NotFoundCode
  static {
    brand(this, 'NotFoundError')
  }
}

/** 409: the current state forbids the call, whoever makes it. */
export class ConflictError extends APIError {
  declare readonly name: 'ConflictError'
  declare readonly code: ConflictCode
  static {
    brand(this, 'ConflictError')
  }
}

/** 410: the resource existed and is gone, such as a withdrawn invitation. */
export class GoneError extends APIError {
  declare readonly name: 'GoneError'
  declare readonly code: GoneCode
  static {
    brand(this, 'GoneError')
  }
}

/** 412: the resource has changed since its `etag`, sent as `ifMatch`, was read. Read it again. */
export class PreconditionFailedError extends APIError {
  declare readonly name: 'PreconditionFailedError'
  declare readonly code: PreconditionFailedCode
  static {
    brand(this, 'PreconditionFailedError')
  }
}

/**
 * 422: the request is well formed, but some values are invalid.
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

  /** The faults, each with its place in the body; empty if the server names none. */
  get errors(): readonly FieldError[] {
    const errors = this.problem?.errors
    return fits(errors, [{ pointer: 'string', message: 'string' }]) ? (errors ?? []) : []
  }
}

/** 429: too many calls, also after retries. `retryAfter` is the wait that the server asks for. */
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
