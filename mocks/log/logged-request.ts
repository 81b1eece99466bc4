import type { Decision, ProblemCode } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'

/**
 * A request that the mock answered, as frozen plain data. It holds no secrets: tokens and values with the
 * name of a secret are masked, and headers are left out. Texts are cut at 1,000 characters; a body or
 * query of more than 10,000 characters is left out.
 */
export interface LoggedRequest {
  /** The request's id: the `X-Request-Id` of its answer. */
  readonly id: string
  /** By the mock's clock, ISO 8601. */
  readonly at: string
  /** The caller's e-mail address, or `enforcement-point`. Missing if nobody was signed in. */
  readonly actor?: string
  /** Missing for a path or method that is not in the API. */
  readonly operation?: OperationId
  /** The HTTP method, as sent. HEAD calls the operation of GET. */
  readonly method: string
  readonly path: string
  /**
   * The arguments of the call, as in `client.call(operation, ...args)`: path arguments, then the body or
   * query if one was sent. Missing if there is no operation, or the body or query can't be read or is
   * too long.
   */
  readonly args?: readonly unknown[]
  /** The query as sent, by name; a list of values for a repeated name. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>
  /** The body as JSON, or as text if it is not JSON. */
  readonly body?: unknown
  readonly status: number
  /** Set if the answer is that of an earlier call with the same `Idempotency-Key`. */
  readonly replayed?: true
  /** The code of the problem, for a refused call. */
  readonly code?: ProblemCode
  /**
   * The whole decision, even if the caller was told less: of a denied call, or of a question
   * (`client.can`, `access.evaluate`).
   */
  readonly decision?: Decision
  /**
   * The decisions of `access.evaluateAll`, in the order of its questions. If the reasons were not asked
   * for, and finding all of them takes too long, the `text` of later denials says that they are left out,
   * and `rule` may be empty.
   */
  readonly decisions?: readonly Decision[]
  /** For the log alone: whether a 404 was for a hidden resource, a fault of the mock, a body too long to keep. */
  readonly note?: string
}
