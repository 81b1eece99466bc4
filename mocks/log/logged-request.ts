import type { Decision, ProblemCode } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'

/**
 * One request that the mock answered: plain data, frozen. It holds no token: what looks like one, and
 * what is secret by its name, is masked, and headers are left out. Texts are cut at 1,000 characters,
 * and a body or a query of more than 10,000 is left out.
 */
export interface LoggedRequest {
  /** The request's id, as its answer's `X-Request-Id` says. */
  readonly id: string
  /** By the mock's clock, ISO 8601. */
  readonly at: string
  /** The e-mail address of whoever asked, if they were signed in; `enforcement-point` for one. */
  readonly actor?: string
  /** Missing for a path or method that is not in the API. */
  readonly operation?: OperationId
  /** As it was sent: a HEAD is answered as the GET of its operation. */
  readonly method: string
  readonly path: string
  /**
   * The call's arguments, as `client.call(operation, ...args)` takes them: path arguments, then the
   * body or the query where one was sent. Missing where there is no operation, and where the body or
   * the query can't be read or is left out.
   */
  readonly args?: readonly unknown[]
  /** The query as it was sent, by name; a list where a name is given several times. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>
  /** The body: its JSON, or its text where it is none. */
  readonly body?: unknown
  readonly status: number
  /** Given for a repeat by `Idempotency-Key`, which did nothing again. */
  readonly replayed?: true
  /** The problem's code, for a refused call. */
  readonly code?: ProblemCode
  /**
   * The whole decision, however little of it the caller was told: why a call is denied, or what a
   * question was answered (`client.can`, `access.evaluate`).
   */
  readonly decision?: Decision
  /**
   * The same for each question of `access.evaluateAll`, in their order. Where finding the reasons of
   * all takes too long, and nobody asked for them, the `text` of the later denials says that they are
   * left out, and `rule` may be empty.
   */
  readonly decisions?: readonly Decision[]
  /** What the caller was not told: whether a 404 was for something hidden, what broke inside, what is not kept of a long body. */
  readonly note?: string
}
