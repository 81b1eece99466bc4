import type { Decision, ProblemCode } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import type { OperationArguments } from '../generated/arguments.ts'
import type { LoggedFault } from './logged-fault.ts'
import type { LoggedQuestion } from './logged-question.ts'

/** The parts of a {@link LoggedRequest} that are the same for every operation. */
export interface LoggedEntry {
  /** The request's id: the `X-Request-Id` of its answer. */
  readonly id: string
  /** By the mock's clock, ISO 8601. */
  readonly at: string
  /** The caller's e-mail address, or `enforcement-point`. Missing if nobody was signed in. */
  readonly actor?: string
  /** The HTTP method, as sent. HEAD calls the operation of GET. */
  readonly method: string
  readonly path: string
  /** The query as sent, by name; a list of values for a repeated name. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>
  /** The body as JSON, or as text if it is not JSON. */
  readonly body?: unknown
  /** The status of the answer, even of one that was lost; 0 if a fault kept the request from arriving. */
  readonly status: number
  /** Set if the answer is that of an earlier call with the same `Idempotency-Key`. */
  readonly replayed?: true
  /** The code of the problem, for a refused call. */
  readonly code?: ProblemCode
  /** The rule of the policy that refused the call. Missing if the API itself did. */
  readonly rule?: string
  /** The question of `client.can` or `access.evaluate`, as asked. */
  readonly question?: LoggedQuestion
  /**
   * The whole decision, even if the caller was told less: of a denied call, or of the `question`.
   */
  readonly decision?: Decision
  /**
   * The questions of `access.evaluateAll`, each as asked. Those that can't be read are left out, and
   * those that were not answered, since an earlier answer ended the batch.
   */
  readonly questions?: readonly LoggedQuestion[]
  /**
   * The decisions of the `questions`, in their order. If the reasons were not asked for, and finding all
   * of them takes too long, the `text` of later denials says that they are left out, and `rule` may be
   * empty.
   */
  readonly decisions?: readonly Decision[]
  /** What the plan of faults did to the request, if anything. */
  readonly fault?: LoggedFault
  /** Set if an observer sent it, such as the console, by the header `X-Mock-Observer`. */
  readonly observer?: true
  /**
   * For the log alone: whether a 404 was for a hidden resource, the path or method that was probably
   * meant, a fault of the mock, a body too long to keep.
   */
  readonly note?: string
  /**
   * Milliseconds that the mock took to answer. Not enumerable: neither JSON nor comparisons such as
   * `toEqual` see it, so that the same calls leave the same log.
   */
  readonly ms: number
}

/** A request that calls an operation. */
export interface LoggedCall<O extends OperationId> extends LoggedEntry {
  readonly operation: O
  /**
   * The arguments of the call, as in `client.call(operation, ...args)`: path arguments, then the body or
   * query if one was sent. Missing if the body or query can't be read or is too long. A call that was
   * refused may have sent other values than their type says.
   */
  readonly args?: OperationArguments[O]
}

/** A request for a path or method that the API does not have. */
export interface UnmatchedRequest extends LoggedEntry {
  readonly operation?: undefined
  readonly args?: undefined
}

/**
 * A request that the mock answered, as frozen plain data. It holds no secrets: tokens and values with the
 * name of a secret are masked, and headers are left out. Texts are cut at 1,000 characters; a body or
 * query of more than 10,000 characters is left out.
 *
 * Its `operation` says of which type its `args` are, and is missing for a path or method that is not in
 * the API.
 *
 * @example
 * const created = mock.requests.filter(({ operation }) => operation === 'roles.create')
 * const lastKey = created.at(-1)?.args?.[0].key
 */
export type LoggedRequest<O extends OperationId | undefined = OperationId | undefined> =
  O extends OperationId ? LoggedCall<O> : UnmatchedRequest
