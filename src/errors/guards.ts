import type { APIError } from './api-error.ts'
import { isBranded } from './brand.ts'
import type { RolecallError } from './rolecall-error.ts'
import type {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  GoneError,
  NotFoundError,
  PermissionDeniedError,
  PreconditionFailedError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
} from './status-errors.ts'
import type { TokenProviderError } from './token-provider-error.ts'
import type { AbortedError, ConnectionError, TimeoutError } from './transport-errors.ts'

// Each answers what `instanceof` would, and brings no class into a bundle.

/** Whether the client threw it: whatever can come of a call. */
export function isRolecallError(value: unknown): value is RolecallError {
  return isBranded(value, 'RolecallError')
}

/** Whether the server answered, but not with what was asked for. */
export function isAPIError(value: unknown): value is APIError {
  return isBranded(value, 'APIError')
}

/** Whether it is a 400: a {@link BadRequestError}. */
export function isBadRequest(value: unknown): value is BadRequestError {
  return isBranded(value, 'BadRequestError')
}

/** Whether it is a 401: an {@link AuthenticationError}. */
export function isUnauthenticated(value: unknown): value is AuthenticationError {
  return isBranded(value, 'AuthenticationError')
}

/**
 * Whether it is a 403: the policy denies the call. Like `instanceof`, this holds across two copies of
 * the package; unlike it, it brings no class along.
 *
 * @example
 * if (isPermissionDenied(error)) console.error(error.explain())
 */
export function isPermissionDenied(value: unknown): value is PermissionDeniedError {
  return isBranded(value, 'PermissionDeniedError')
}

/** Whether it is a 404: a {@link NotFoundError}. */
export function isNotFound(value: unknown): value is NotFoundError {
  return isBranded(value, 'NotFoundError')
}

/** Whether it is a 409: a {@link ConflictError}. */
export function isConflict(value: unknown): value is ConflictError {
  return isBranded(value, 'ConflictError')
}

/** Whether it is a 410: a {@link GoneError}. */
export function isGone(value: unknown): value is GoneError {
  return isBranded(value, 'GoneError')
}

/** Whether it is a 412: a {@link PreconditionFailedError}. */
export function isPreconditionFailed(value: unknown): value is PreconditionFailedError {
  return isBranded(value, 'PreconditionFailedError')
}

/** Whether it is a 422: an {@link UnprocessableEntityError}. */
export function isUnprocessableEntity(value: unknown): value is UnprocessableEntityError {
  return isBranded(value, 'UnprocessableEntityError')
}

/** Whether it is a 429: a {@link RateLimitError}. */
export function isRateLimited(value: unknown): value is RateLimitError {
  return isBranded(value, 'RateLimitError')
}

/** Whether it is a 5xx: a {@link ServerError}. */
export function isServerError(value: unknown): value is ServerError {
  return isBranded(value, 'ServerError')
}

/** Whether no answer came, or not all of it: a {@link ConnectionError}. */
export function isConnectionError(value: unknown): value is ConnectionError {
  return isBranded(value, 'ConnectionError')
}

/** Whether the time was up before the answer was complete: a {@link TimeoutError}. */
export function isTimeout(value: unknown): value is TimeoutError {
  return isBranded(value, 'TimeoutError')
}

/** Whether the call's `signal` ended it: an {@link AbortedError}. */
export function isAborted(value: unknown): value is AbortedError {
  return isBranded(value, 'AbortedError')
}

/** Whether the token function gave no token: a {@link TokenProviderError}. */
export function isTokenProviderError(value: unknown): value is TokenProviderError {
  return isBranded(value, 'TokenProviderError')
}
