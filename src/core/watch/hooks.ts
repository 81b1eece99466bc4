/** An attempt at a call, before it is sent. A retried call has several. */
export interface RequestEvent {
  /** The operationId: `roles.get`. */
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The path in the API's document: `/v1/roles/{role}`. */
  readonly template: string
  /** The URL, with path arguments and query. */
  readonly url: string
  /** 1 for the first attempt, 2 for the first retry. */
  readonly attempt: number
  /**
   * The request's headers, with `[redacted]` in place of secrets. Headers that `onRequest` sets here are sent
   * too, and replace those of the same name.
   */
  readonly headers: Headers
}

/** An attempt after its end: answered, refused, or given up. */
export interface ResponseEvent extends Omit<RequestEvent, 'headers'> {
  /** The same object that `onRequest` received for this attempt. */
  readonly request: RequestEvent
  /** Milliseconds from `onRequest` until the answer was read or the attempt was given up. */
  readonly ms: number
  /** The HTTP status; undefined if no answer came. */
  readonly status: number | undefined
  /** The headers of the answer, with `[redacted]` in place of secrets; undefined if no answer came. */
  readonly headers: Headers | undefined
  /** The error of the attempt: an {@link APIError}, a {@link ConnectionError} …; undefined if it succeeded. */
  readonly error: unknown
}

/** A failed attempt, before it is retried. */
export interface RetryEvent extends Omit<RequestEvent, 'headers'> {
  /** The same object that `onRequest` received for the failed attempt. */
  readonly request: RequestEvent
  /** The error of the failed attempt. */
  readonly error: unknown
  /** Milliseconds until the next attempt. */
  readonly delay: number
}

/** Hears of an event. Its result is ignored; an attempt waits for a promise of `onRequest` alone. */
export type Hook<E> = (event: E) => unknown

/**
 * Functions that hear of every attempt. They can't fail it: their errors are logged, and the call
 * continues.
 *
 * @example
 * const client = createClient({
 *   hooks: { onResponse: ({ operation, status, ms }) => histogram.record(ms, { operation, status }) },
 * })
 */
export interface Hooks {
  /** Called before an attempt is sent, which waits for the hook. */
  readonly onRequest?: Hook<RequestEvent> | undefined
  /** Called at the end of every attempt, also of one that failed. */
  readonly onResponse?: Hook<ResponseEvent> | undefined
  /** Called after `onResponse` if the attempt is retried, before the wait. */
  readonly onRetry?: Hook<RetryEvent> | undefined
}
