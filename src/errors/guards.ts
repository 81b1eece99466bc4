import type { APIError } from './api-error.ts'
import { isBranded } from '../core/base/brand.ts'
import { isRefusal, type Known, nameOfData } from './plain.ts'
import type { RolecallError } from '../core/base/rolecall-error.ts'
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

// Each answers as `instanceof` does, but adds no class to a bundle, and recognizes an error's JSON too. Only an
// `Error` is narrowed to the class: JSON has no methods.

const is = (value: unknown, name: string) => isBranded(value, name) || nameOfData(value) === name

/**
 * Whether the value is an error of the client, the JSON of one, or a problem of the server. `fromJSON` makes
 * an error of the latter two.
 */
export function isRolecallError(value: Error | null | undefined): value is RolecallError
export function isRolecallError(value: unknown): value is Known<RolecallError | APIError>
export function isRolecallError(value: unknown): boolean {
  return isBranded(value, 'RolecallError') || nameOfData(value) !== undefined
}

/** Whether the server answered, but not with the result of the call: an {@link APIError}. */
export function isAPIError(value: Error | null | undefined): value is APIError
export function isAPIError(value: unknown): value is Known<APIError>
export function isAPIError(value: unknown): boolean {
  return isBranded(value, 'APIError') || isRefusal(nameOfData(value))
}

/** Whether it is a 400: a {@link BadRequestError}. */
export function isBadRequest(value: Error | null | undefined): value is BadRequestError
export function isBadRequest(value: unknown): value is Known<BadRequestError>
export function isBadRequest(value: unknown): boolean {
  return is(value, 'BadRequestError')
}

/** Whether it is a 401: an {@link AuthenticationError}. */
export function isUnauthenticated(value: Error | null | undefined): value is AuthenticationError
export function isUnauthenticated(value: unknown): value is Known<AuthenticationError>
export function isUnauthenticated(value: unknown): boolean {
  return is(value, 'AuthenticationError')
}

/**
 * Whether it is a 403: the policy denies the call. Like `instanceof`, this holds across two copies of the
 * package. Unlike it, this adds no class to a bundle, and recognizes the error's JSON and the server's problem.
 * Those have no methods: {@link fromJSON} makes an error of them, and returns an error unchanged.
 *
 * @example
 * if (isPermissionDenied(error)) console.error(fromJSON(error).explain())
 */
export function isPermissionDenied(value: Error | null | undefined): value is PermissionDeniedError
export function isPermissionDenied(value: unknown): value is Known<PermissionDeniedError>
export function isPermissionDenied(value: unknown): boolean {
  return is(value, 'PermissionDeniedError')
}

/** Whether it is a 404: a {@link NotFoundError}. */
export function isNotFound(value: Error | null | undefined): value is NotFoundError
export function isNotFound(value: unknown): value is Known<NotFoundError>
export function isNotFound(value: unknown): boolean {
  return is(value, 'NotFoundError')
}

/** Whether it is a 409: a {@link ConflictError}. */
export function isConflict(value: Error | null | undefined): value is ConflictError
export function isConflict(value: unknown): value is Known<ConflictError>
export function isConflict(value: unknown): boolean {
  return is(value, 'ConflictError')
}

/** Whether it is a 410: a {@link GoneError}. */
export function isGone(value: Error | null | undefined): value is GoneError
export function isGone(value: unknown): value is Known<GoneError>
export function isGone(value: unknown): boolean {
  return is(value, 'GoneError')
}

/** Whether it is a 412: a {@link PreconditionFailedError}. */
export function isPreconditionFailed(
  value: Error | null | undefined,
): value is PreconditionFailedError
export function isPreconditionFailed(value: unknown): value is Known<PreconditionFailedError>
export function isPreconditionFailed(value: unknown): boolean {
  return is(value, 'PreconditionFailedError')
}

/** Whether it is a 422: an {@link UnprocessableEntityError}. */
export function isUnprocessableEntity(
  value: Error | null | undefined,
): value is UnprocessableEntityError
export function isUnprocessableEntity(value: unknown): value is Known<UnprocessableEntityError>
export function isUnprocessableEntity(value: unknown): boolean {
  return is(value, 'UnprocessableEntityError')
}

/** Whether it is a 429: a {@link RateLimitError}. */
export function isRateLimited(value: Error | null | undefined): value is RateLimitError
export function isRateLimited(value: unknown): value is Known<RateLimitError>
export function isRateLimited(value: unknown): boolean {
  return is(value, 'RateLimitError')
}

/** Whether it is a 5xx: a {@link ServerError}. */
export function isServerError(value: Error | null | undefined): value is ServerError
export function isServerError(value: unknown): value is Known<ServerError>
export function isServerError(value: unknown): boolean {
  return is(value, 'ServerError')
}

/** Whether no answer came, or only a part of one: a {@link ConnectionError}. */
export function isConnectionError(value: Error | null | undefined): value is ConnectionError
export function isConnectionError(value: unknown): value is Known<ConnectionError>
export function isConnectionError(value: unknown): boolean {
  return is(value, 'ConnectionError')
}

/** Whether the time ran out before the answer was complete: a {@link TimeoutError}. */
export function isTimeout(value: Error | null | undefined): value is TimeoutError
export function isTimeout(value: unknown): value is Known<TimeoutError>
export function isTimeout(value: unknown): boolean {
  return is(value, 'TimeoutError')
}

/** Whether the call's `signal` aborted it: an {@link AbortedError}. */
export function isAborted(value: Error | null | undefined): value is AbortedError
export function isAborted(value: unknown): value is Known<AbortedError>
export function isAborted(value: unknown): boolean {
  return is(value, 'AbortedError')
}

/** Whether the token function returned no token: a {@link TokenProviderError}. */
export function isTokenProviderError(value: Error | null | undefined): value is TokenProviderError
export function isTokenProviderError(value: unknown): value is Known<TokenProviderError>
export function isTokenProviderError(value: unknown): boolean {
  return is(value, 'TokenProviderError')
}
