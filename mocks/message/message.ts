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
}

/** An answer, independent of any transport. */
export interface Answer {
  readonly status: number
  /** The headers, by their usual name: `Content-Type`. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text; empty if there is none. */
  readonly body: string
}
