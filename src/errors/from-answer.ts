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

// The code stands for the status when the answer brings none, as a proxy's page does not.
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
const serverError = [ServerError, 'internal_error'] as const
const otherError = [APIError, 'unexpected_answer'] as const

/** The class that a status calls for, and the code that stands for it. */
export const byStatusOf = (status: number) =>
  byStatus[status] ?? (status >= 500 ? serverError : otherError)

/** What is known of an answer that is not what the call asked for. */
export interface FailedAnswer {
  /** The call that was made: `roles.get`. */
  operation: string
  response: Response
  /** The body as far as it could be read. */
  text: string
  /** Hides the token in a text. */
  mask: Mask
  /** Whether there was more of it. */
  isCut?: boolean
  /** What there was in place of the API's JSON. */
  what?: string
  cause?: unknown
}

/** The error of the class that the answer's status calls for. */
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

/** Where a redirect leads to. Browsers hide that, and its status. */
function redirectText({ type, status, headers, url }: Response, mask: Mask): string | undefined {
  const location = status > 300 && status < 400 && headers.get('location')
  if (!location && type !== 'opaqueredirect') return undefined
  let to = ''
  try {
    if (location) to = ` to ${new URL(mask(location), url || undefined).origin}`
  } catch {
    // It is no address.
  }
  return `a redirect${to}: baseUrl must be the address that answers`
}

/** The first part of a body, on one line. One that was cut may end within a token: its last word is left out. */
export function startOf(text: string, mask: Mask, isCut?: boolean): string {
  const start = mask(text).replace(/\s+/g, ' ').trim()
  return isCut && start.length < 200 ? start.replace(/[\w.~+/=-]+$/, '') : start.slice(0, 200)
}
