import { printable } from '../core/base/printable.ts'
import { isError, kindOf } from '../core/base/kind-of.ts'
import { fits } from '../core/base/shape.ts'
import { APIError } from './api-error.ts'
import { denialMessage } from './denial-message.ts'
import { byStatusOf } from './from-answer.ts'
import { nameOfData, type PlainFailure, type PlainRefusal } from './plain.ts'
import { decisionOf, isProblem } from './problem.ts'
import { RolecallError } from '../core/base/rolecall-error.ts'
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
import { TokenProviderError } from './token-provider-error.ts'
import { AbortedError, ConnectionError, TimeoutError } from './transport-errors.ts'

const refusalClasses = [
  APIError,
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
]
const failureClasses = [
  AbortedError,
  ConnectionError,
  RolecallError,
  TimeoutError,
  TokenProviderError,
]

/**
 * Restores an error from its JSON, parsed or as text, or from the server's problem document. The error has
 * its class again, so that `instanceof`, `decision` and `explain()` work. It lacks what `toJSON` leaves out:
 * its headers are empty, and it has no `cause`.
 *
 * Send `error.toJSON()` to another process, worker or page. `structuredClone` and `postMessage` keep only the
 * message of an error, so that their copies are refused. An error of the client is returned unchanged.
 *
 * @throws {@link RolecallError} if the value is none of these.
 * @example
 * worker.addEventListener('message', ({ data }) => {
 *   const error = fromJSON(data)
 *   if (error instanceof PermissionDeniedError) show(error.explain())
 * })
 */
export function fromJSON<E extends APIError>(value: E | PlainRefusal<E>): E
export function fromJSON<E extends RolecallError>(value: E | PlainFailure<E>): E
export function fromJSON(value: unknown): RolecallError
export function fromJSON(value: unknown): RolecallError {
  if (value instanceof RolecallError) return value
  const data = typeof value === 'string' ? parsed(value) : value
  const known = refusalOf(data) ?? failureOf(data)
  if (known) return known
  throw new RolecallError(
    `fromJSON takes the JSON of an error, or a problem with status, code and detail, not ${kindOf(data)}`,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new RolecallError('fromJSON takes JSON, and the text is not JSON', { cause })
  }
}

function refusalOf(data: unknown): APIError | undefined {
  const name = nameOfData(data)
  const errorClass = refusalClasses.find(({ prototype }) => prototype.name === name)
  if (!errorClass || !isAnswer(data)) return undefined
  const { status, detail = '', message, requestId, retryAfter, cause } = data
  const problem = [data, data.problem].find(isProblem)
  const code = data.code ?? byStatusOf(status)[1]
  const text =
    typeof message === 'string' ? message : denialMessage(detail, decisionOf(problem) ?? {})
  return Object.assign(
    new errorClass(text, { status, code, headers: new Headers(), problem, cause }),
    {
      ...(typeof requestId === 'string' && { requestId: printable(requestId) }),
      ...(typeof retryAfter === 'number' && { retryAfter }),
      ...attemptsOf(data),
    },
  )
}

function failureOf(data: unknown): RolecallError | undefined {
  const name = nameOfData(data)
  const errorClass = failureClasses.find(({ prototype }) => prototype.name === name)
  if (!errorClass || !isError(data)) return undefined
  const options = data.cause === undefined ? undefined : { cause: data.cause }
  return Object.assign(new errorClass(data.message, options), attemptsOf(data))
}

/** The members of a refusal. Optional ones of a wrong type are ignored. */
interface Answer {
  readonly status: number
  readonly code?: APIError['code'] | null
  readonly detail?: string
  readonly message?: unknown
  readonly problem?: unknown
  readonly requestId?: unknown
  readonly retryAfter?: unknown
  readonly cause?: unknown
}

const isAnswer = (data: unknown): data is Answer =>
  fits(data, { status: 'number', 'code?': 'string null', 'detail?': 'string' })

const attemptsOf = (data: object): Pick<RolecallError, 'attempts'> =>
  'attempts' in data && typeof data.attempts === 'number' ? { attempts: data.attempts } : {}
