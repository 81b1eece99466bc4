import { type Mask, maskHeaders } from '../watch/redact.ts'

/** What {@link APIPromise.withResponse} answers. */
export interface WithResponse<T> {
  /** What the call itself answers. */
  data: T
  /** The HTTP answer: status and headers. Its body has been read; `asResponse()` gives one to read. */
  response: Response
  /** The `X-Request-Id` of the answer, to quote when asking for help. */
  requestId: string | undefined
}

/**
 * A call on its way. It was sent when it was made and is sent once, however often it is awaited.
 *
 * @example
 * const role = await client.roles.get('reviewer')
 * const { data, requestId } = await client.roles.get('reviewer').withResponse()
 */
export interface APIPromise<T> extends Promise<T> {
  /** The same call with the HTTP answer beside the data. Rejects as the call itself does. */
  withResponse(): Promise<WithResponse<T>>
  /**
   * The HTTP answer, with a body of its own to read, as it was after decompression: the headers that
   * tell of its bytes on the wire (`Content-Encoding`, `Content-Length`, `Transfer-Encoding`) are left out. Rejects
   * as the call itself does, so that its status is always a success.
   */
  asResponse(): Promise<Response>
}

/** One call's answer, read. */
export interface Answer<T> {
  data: T
  /** Its body. */
  text: string
  response: Response
}

/** The only kind of {@link APIPromise} there is. */
export class Call<T> extends Promise<T> implements APIPromise<T> {
  /** Hands an answer out: as it is, or by a whole client's means to show itself in a notebook. */
  static hand: <D>(data: D) => D = (data) => data

  readonly #answer: Promise<Answer<T>>

  // What `then` and `finally` make of it is an ordinary promise.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  constructor(answer: Promise<Answer<T>>) {
    // It never settles by itself, but through `then`: a failure that nobody looks at is reported
    // once, and one that is looked at by way of withResponse() is not reported at all.
    super(() => {})
    this.#answer = answer
  }

  // oxlint-disable-next-line unicorn/no-thenable -- a promise is what it is
  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answer.then(({ data }) => Call.hand(data)).then(onFulfilled, onRejected)
  }

  // That of zone.js goes by a state of its own, not through `then`.
  override finally(onFinally?: (() => void) | null): Promise<T> {
    return this.then(null).finally(onFinally)
  }

  withResponse(): Promise<WithResponse<T>> {
    return this.#answer.then(({ data, response }) => ({
      data,
      response,
      requestId: response.headers.get('x-request-id') ?? undefined,
    }))
  }

  asResponse(): Promise<Response> {
    return this.#answer.then(({ text, response }) => responseWith(text, response, String))
  }
}

/** A response with a body of its own to read, without the headers that tell of its bytes on the wire. */
export function responseWith(text: string, response: Response, mask: Mask): Response {
  const { status, statusText, url } = response
  const headers = maskHeaders(response.headers, mask)
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding'])
    headers.delete(name)
  const copy = new Response(text || null, { status, statusText, headers })
  return Object.defineProperty(copy, 'url', { value: url })
}
