import { type Mask, maskHeaders } from '../core/watch/redact.ts'
import type { ErrorCode } from '../generated/error-codes.ts'
import { APIError, type APIErrorInit } from './api-error.ts'
import { denialMessage } from './denial-message.ts'
import { decisionOf, parseProblem } from './problem.ts'
import {
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

type StatusError = new (message: string, init: APIErrorInit) => APIError

// The code applies if the answer has none, such as a proxy's page.
const byStatus: Readonly<Record<number, readonly [StatusError, ErrorCode]>> = {
  400: [BadRequestError, 'invalid_request'],
  401: [AuthenticationError, 'unauthenticated'],
  403: [PermissionDeniedError, 'permission_denied'],
  404: [NotFoundError, 'not_found'],
  409: [ConflictError, 'invalid_state'],
  410: [GoneError, 'gone'],
  412: [PreconditionFailedError, 'stale_etag'],
  422: [UnprocessableEntityError, 'validation_failed'],
  429: [RateLimitError, 'rate_limited'],
}

/** The error class of a status, and the code of an answer that has none. */
export const byStatusOf = (status: number): readonly [StatusError, APIErrorInit['code']] =>
  byStatus[status] ??
  (status >= 500 ? [ServerError, 'internal_error'] : [APIError, 'unexpected_answer'])

/** An answer that is not what the call asked for. */
export interface FailedAnswer {
  /** The operation's id: `roles.get`. */
  operation: string
  response: Response
  /** The body, as far as it was read. */
  text: string
  /** Hides the token in texts. */
  mask: Mask
  /** Whether the body has more than the text. */
  isCut?: boolean
  /** Names what came in place of the API's JSON. Default: told from the text. */
  what?: string
  cause?: unknown
}

/** Makes the error of an answer, of the class for its status. */
export function errorFromAnswer(answer: FailedAnswer): APIError {
  const { response, text, mask, cause } = answer
  const { status } = response
  const headers = maskHeaders(response.headers, mask)
  const problem = response.ok ? undefined : parseProblem(text, mask)
  const [errorClass, code] = byStatusOf(status)
  const message = problem
    ? denialMessage(problem.detail, decisionOf(problem) ?? {})
    : unexpectedMessage(answer)
  const told = problem?.code?.match(/^\w+$/) ? problem.code : code
  return new errorClass(message, { status, code: told, headers, problem, cause })
}

function unexpectedMessage({ operation, response, text, mask, isCut, what }: FailedAnswer): string {
  const { status, statusText } = response
  const start = startOf(text, mask, isCut)
  const found = what ?? (start ? "a body that is not the API's JSON" : 'an empty body')
  const rest = redirectText(response, mask) ?? found + (start && `: ${start}`)
  return [operation, 'was answered', status || '', mask(statusText ?? ''), 'with', rest]
    .filter(Boolean)
    .join(' ')
}

/** Describes a redirect and its origin, if the answer is one. Browsers hide its status and target. */
function redirectText({ type, status, headers, url }: Response, mask: Mask): string | undefined {
  const location = status > 300 && status < 400 && headers.get('location')
  if (!location && type !== 'opaqueredirect') return undefined
  let to = ''
  try {
    if (location) to = ` to ${new URL(mask(location), url || undefined).origin}`
  } catch {
    // The location is no URL.
  }
  return `a redirect${to}: baseUrl must be the address that answers`
}

/** The start of a body, on one line. A cut body may end within a token, so its last word is left out. */
export function startOf(text: string, mask: Mask, isCut?: boolean): string {
  const start = mask(text).replace(/\s+/g, ' ').trim()
  return isCut && start.length < 200 ? start.replace(/[\w.~+/=-]+$/, '') : start.slice(0, 200)
}
