import { isRecord } from '../core/base/kind-of.ts'
import type { APIError } from './api-error.ts'
import type { RolecallError } from '../core/base/rolecall-error.ts'

/**
 * A refusal as data: the JSON of an {@link APIError}, or the server's problem document. It has no methods;
 * `fromJSON` makes an error of it.
 */
export interface PlainRefusal<E extends APIError> {
  readonly status: number
  readonly code: E['code']
  /** Absent in a problem, which has a `detail`. */
  readonly name?: E['name']
  /** Absent in a problem, which has a `detail`. */
  readonly message?: string
}

/** Any other error of the client as data: its JSON. `fromJSON` makes an error of it. */
export interface PlainFailure<E extends RolecallError> {
  readonly name: E['name']
  readonly message: string
}

/** An error of the client, or its JSON. */
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

/** Whether the name is that of an {@link APIError} or a subclass. */
export const isRefusal = (name: unknown): boolean =>
  [...Object.values(byStatus), 'ServerError', 'APIError'].some((one) => one === name)

/** The class name in an error's JSON, or the one for a problem's status. Undefined for other data. */
export function nameOfData(value: unknown): string | undefined {
  // Other libraries have errors of the same names, but not as plain objects.
  if (Object.prototype.toString.call(value) !== '[object Object]' || !isRecord(value))
    return undefined
  const { name, message, status, code, detail, title } = value
  const isAnswer = typeof status === 'number'
  if (typeof message === 'string' && typeof name === 'string') {
    return (isAnswer && typeof code === 'string' ? isRefusal(name) : failure.test(name))
      ? name
      : undefined
  }
  // A gateway's problem has a title in place of our code.
  if (!isAnswer || typeof detail !== 'string' || typeof (code ?? title) !== 'string')
    return undefined
  return byStatus[status] ?? (status >= 500 ? 'ServerError' : 'APIError')
}
