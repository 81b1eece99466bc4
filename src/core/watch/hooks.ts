/** An attempt at a call, about to be sent. A call that is retried makes several. */
export interface RequestEvent {
  /** The call that is made: `roles.get`. */
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The path as the API's document has it: `/v1/roles/{role}`. */
  readonly template: string
  /** What is asked for, path arguments and query filled in. */
  readonly url: string
  /** 1 for the first attempt, 2 for the first retry. */
  readonly attempt: number
  /**
   * What is sent, but `[redacted]` where it is secret. Headers that `onRequest` sets here are sent
   * too, in place of those of the same name.
   */
  readonly headers: Headers
}

/** An attempt that is over: answered, refused, or given up. */
export interface ResponseEvent extends Omit<RequestEvent, 'headers'> {
  /** The very event that `onRequest` was given for this attempt. */
  readonly request: RequestEvent
  /** Milliseconds from `onRequest` until the answer was read, or none could come any more. */
  readonly ms: number
  /** The HTTP status; absent if no answer came. */
  readonly status: number | undefined
  /** The headers of the answer, `[redacted]` where they are secret; absent if no answer came. */
  readonly headers: Headers | undefined
  /** What the attempt failed with: an {@link APIError}, a {@link ConnectionError} …; absent if it did not. */
  readonly error: unknown
}

/** An attempt that failed and is about to be repeated. */
export interface RetryEvent extends Omit<RequestEvent, 'headers'> {
  /** The very event that `onRequest` was given for the attempt that failed. */
  readonly request: RequestEvent
  /** What it failed with. */
  readonly error: unknown
  /** Milliseconds until the next attempt. */
  readonly delay: number
}

/** What is told of an event. What it answers is nobody's business, but for a promise. */
export type Hook<E> = (event: E) => unknown

/**
 * Functions that are told of every attempt. They watch: what one throws is logged as an error, and
 * the call goes on.
 *
 * @example
 * const client = createClient({
 *   hooks: { onResponse: ({ operation, status, ms }) => histogram.record(ms, { operation, status }) },
 * })
 */
export interface Hooks {
  /** Before an attempt is sent, which waits for it. */
  readonly onRequest?: Hook<RequestEvent> | undefined
  /** When an attempt is over, whatever came of it. */
  readonly onResponse?: Hook<ResponseEvent> | undefined
  /** After the `onResponse` of an attempt that is repeated, before the wait. */
  readonly onRetry?: Hook<RetryEvent> | undefined
}
