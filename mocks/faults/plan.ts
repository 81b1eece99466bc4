import type { FieldError, ProblemCode } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import type { ConnectionFault } from '../message/message.ts'

/**
 * A plan of faults as data: which calls are slow or fail, and how. The same plan, seed and calls give the
 * same faults in process, in a browser and on a port.
 */
export interface FaultPlan {
  /** Seeds `share` and the distribution of latencies. Default: the mock's seed. */
  readonly seed?: string | number
  /**
   * Read in order for each request. Every rule that strikes adds its latency; the first that strikes with
   * an outcome decides that outcome.
   */
  readonly rules: readonly FaultRule[]
}

/**
 * Which calls a rule strikes, and with what. The outcome is one of `status`, `rate`, `connection`,
 * `offline` and `stale`; without any, the rule only adds its latency.
 */
export interface FaultRule {
  /**
   * Operations, by name or pattern. `*` stands for any characters: `users.*`, `*.create`. Default: every
   * request, also those to paths that the API does not have; never those below `/__mock`.
   */
  readonly on?: OperationPattern | readonly OperationPattern[]
  /** The callers, by id or e-mail address. Default: everyone, signed in or not. */
  readonly as?: string | readonly string[]
  /** Strikes only within this time. Only calls within it count for `nth`. */
  readonly while?: FaultWindow
  /** Strikes only these of the calls that match `on`, `as` and `while`. The first is 1. */
  readonly nth?: number | readonly number[] | NthCalls
  /** The share of the calls to strike, 0 to 1: each call's chance, by the seed. Default: 1. */
  readonly share?: number
  /** The most calls to strike: `{ "status": 503, "times": 3 }` fails three times, then never again. Default: no limit. */
  readonly times?: number

  /** Delays the answer, by milliseconds or a distribution. The call takes effect when it arrives. */
  readonly latency?: number | LatencyDistribution
  /** Answers with this status, 400 to 599, and a problem. */
  readonly status?: number
  /** Members of the problem of `status` or `rate`. Each has a default that follows from the status. */
  readonly problem?: FaultProblem
  /** Sends `Retry-After` with `status`: this many milliseconds, rounded up to seconds. Default: not sent. */
  readonly retryAfter?: number
  /**
   * Limits the requests of each user by a token bucket: 429 with `Retry-After` when it is empty. All
   * answers get the headers `RateLimit` and `RateLimit-Policy`. The bucket refills by the mock's clock.
   */
  readonly rate?: FaultRate
  /**
   * Breaks the connection: `refuse` before the request arrives, `reset` in place of the answer, `cut` in
   * the middle of the answer's body; `stall` never answers. An answer without a body is reset, not cut.
   */
  readonly connection?: ConnectionFault
  /** Refuses the connection: the platform can't be reached. */
  readonly offline?: boolean
  /**
   * Answers `If-Match` with 412, as if somebody else had changed the resource. Matches only calls with
   * `If-Match`, of operations that take it. A call that would be refused for an earlier reason still is.
   */
  readonly stale?: boolean
  /**
   * Whether the call is lost before it takes effect, or only its answer is, after it. Default: `after` for
   * `reset`, `cut` and `stall`, where a repeat with the same `Idempotency-Key` gets the lost answer;
   * `before` for everything else. `status`, `reset` and `stall` can be either.
   */
  readonly effect?: 'before' | 'after'
}

/** An operation, or a pattern of operations: `users.*`, `*.create`. */
export type OperationPattern =
  | OperationId
  | '*'
  | `${string}*`
  | `*${string}`
  | `${string}*${string}`

/** Calls by their number, at least one of the members. */
export interface NthCalls {
  /** Every so many: 3 is the third, sixth, ninth; with `from`, that one and every third after it. */
  readonly every?: number
  /** Default: the first. */
  readonly from?: number
  /** Including this one. Default: no end. */
  readonly to?: number
}

/** A time by the mock's clock, at least one of the members, as ISO 8601: `2026-01-05T09:00:00Z`. */
export interface FaultWindow {
  /** Including this instant. Default: the start. */
  readonly from?: string
  /** Before this instant. Default: no end. */
  readonly until?: string
}

/** A log-normal distribution, in milliseconds: most answers near the median, a few much later. */
export interface LatencyDistribution {
  /** Half of the latencies are shorter. */
  readonly median: number
  /** One of a hundred latencies is longer. */
  readonly p99: number
}

/** A limit of requests. */
export interface FaultRate {
  /** The size of the bucket: so many requests at once, and so many in each period. */
  readonly requests: number
  /** The period in milliseconds. */
  readonly per: number
}

/** Members of a problem (RFC 9457). */
export interface FaultProblem {
  /** One of the API's codes for the status. Default: the usual one; none if the API has none for the status. */
  readonly code?: ProblemCode
  /** Default: the code in words. */
  readonly title?: string
  /** Default: that the fault plan answers so. */
  readonly detail?: string
  readonly reason?: string
  readonly errors?: readonly FieldError[]
  readonly retryable?: boolean
}
