import { isRecord } from '../core/base/kind-of.ts'
import type { APIError } from './api-error.ts'
import type { RolecallError } from '../core/base/rolecall-error.ts'

/**
 * A refusal as data: the JSON of an {@link APIError}, or the problem that the server sent. It has no
 * methods; `fromJSON` makes the error of it.
 */
export interface PlainRefusal<E extends APIError> {
  readonly status: number
  readonly code: E['code']
  /** Absent in a problem, which has a `detail`. */
  readonly name?: E['name']
  /** Absent in a problem, which has a `detail`. */
  readonly message?: string
}

/** An error of the client that is no refusal, as data: its JSON. `fromJSON` makes the error of it. */
export interface PlainFailure<E extends RolecallError> {
  readonly name: E['name']
  readonly message: string
}

/** An error of the client, or the data of one. */
export type Known<E extends RolecallError> =
  | E
  | (E extends APIError ? PlainRefusal<E> : PlainFailure<E>)

const byStatus: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  403: 'PermissionDeniedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  410: 'GoneError',
  412: 'PreconditionFailedError',
  422: 'UnprocessableEntityError',
  429: 'RateLimitError',
}
const failure = /^(Rolecall|TokenProvider|Connection|Timeout|Aborted)Error$/

/** Whether a class of this name stands for an answer. */
export const isRefusal = (name: unknown): boolean =>
  [...Object.values(byStatus), 'ServerError', 'APIError'].some((one) => one === name)

/** The name of the class that data is of: its JSON says it, and of a problem the status. Undefined: none. */
export function nameOfData(value: unknown): string | undefined {
  // Errors of others have such names too; their JSON has not.
  if (Object.prototype.toString.call(value) !== '[object Object]' || !isRecord(value))
    return undefined
  const { name, message, status, code, detail, title } = value
  const isAnswer = typeof status === 'number'
  if (typeof message === 'string' && typeof name === 'string') {
    return (isAnswer && typeof code === 'string' ? isRefusal(name) : failure.test(name))
      ? name
      : undefined
  }
  // A gateway's problem has no code, which is ours, but a title.
  if (!isAnswer || typeof detail !== 'string' || typeof (code ?? title) !== 'string')
    return undefined
  return byStatus[status] ?? (status >= 500 ? 'ServerError' : 'APIError')
}
