export { APIError, type APIErrorInit } from './api-error.ts'
export type { ExplainOptions } from './denial-text.ts'
export type { Problem } from './problem.ts'
export { RolecallError } from '../core/base/rolecall-error.ts'
export {
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
export { TokenProviderError } from './token-provider-error.ts'
export { AbortedError, ConnectionError, TimeoutError } from './transport-errors.ts'
