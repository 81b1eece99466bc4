/** A request, free of any transport: what every adapter makes of its own. */
export interface Message {
  /** In upper case. */
  readonly method: string
  /** The path as it was sent, percent-encoded, without the query. */
  readonly path: string
  /** What follows the question mark; empty if nothing does. */
  readonly query: string
  /** By lower-cased name. */
  readonly headers: Readonly<Record<string, string>>
  /** The text, in full: a byte order mark in front of it is ignored. Empty or left out if there is none. */
  readonly body?: string
  /** The base URL that the request was sent to: `http://127.0.0.1:4010`, `https://corp.example/api`. */
  readonly origin?: string
}

/** An answer, free of any transport. */
export interface Answer {
  readonly status: number
  /** Each under its usual name, such as `Content-Type`. */
  readonly headers: Readonly<Record<string, string>>
  /** Empty if there is none. */
  readonly body: string
}
