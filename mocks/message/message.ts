/** A request, independent of any transport. Every adapter makes one. */
export interface Message {
  /** In upper case: `GET`. */
  readonly method: string
  /** The path as sent, percent-encoded, without the query. */
  readonly path: string
  /** The query, without the question mark; empty if there is none. */
  readonly query: string
  /** The headers, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** The whole body as text; empty or missing if there is none. A byte order mark is ignored. */
  readonly body?: string
  /** The base URL that the request was sent to: `http://127.0.0.1:4010`, `https://corp.example/api`. */
  readonly origin?: string
  /** The base URL of the pages of the rules, if the adapter has them. Counts if the mock has no `docs`. */
  readonly docs?: string
}

/** An answer, independent of any transport. */
export interface Answer {
  readonly status: number
  /** The headers, by their usual name: `Content-Type`. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text; empty if there is none. */
  readonly body: string
  /** What goes wrong on the way back. Adapters carry it out; one that can't may send the answer as it is. */
  readonly fault?: DeliveryFault
  /**
   * The body in parts, in place of `body`: for an answer that goes on until its reader leaves, or that is
   * loaded as it is sent. It is read once, as fast as the reader takes it.
   */
  readonly stream?: AsyncIterable<string>
}

/** How the delivery of an answer goes wrong. */
export interface DeliveryFault {
  /** The delay in milliseconds; at least 1. */
  readonly latency?: number
  /** How the connection breaks, after the delay. The answer is lost, wholly or in part. */
  readonly connection?: ConnectionFault
}

/**
 * How a connection breaks: `refuse` before the request arrives, `reset` in place of the answer, `cut` in
 * the middle of the answer's body; `stall` never answers.
 */
export type ConnectionFault = 'refuse' | 'reset' | 'cut' | 'stall'
