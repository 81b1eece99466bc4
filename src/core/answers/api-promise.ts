import { type Mask, maskHeaders } from '../watch/redact.ts'

/** The answer of {@link APIPromise.withResponse}. */
export interface WithResponse<T> {
  /** The answer of the call itself. */
  data: T
  /** The HTTP answer: status and headers. Its body has been read; `asResponse()` has one to read. */
  response: Response
  /** The `X-Request-Id` of the answer, to quote when asking for help. */
  requestId: string | undefined
}

/**
 * A call on its way. It is sent once, when it is made, however often it is awaited.
 *
 * @example
 * const role = await client.roles.get('reviewer')
 * const { data, requestId } = await client.roles.get('reviewer').withResponse()
 */
export interface APIPromise<T> extends Promise<T> {
  /** The same call with the HTTP answer beside the data. Rejects as the call itself does. */
  withResponse(): Promise<WithResponse<T>>
  /**
   * The HTTP answer, with an unread, decompressed body. Headers about its bytes on the wire
   * (`Content-Encoding`, `Content-Length`, `Transfer-Encoding`) are left out. Rejects as the call itself
   * does, so that its status is always a success.
   */
  asResponse(): Promise<Response>
}

/** An answer that was read. */
export interface Answer<T> {
  data: T
  /** Its body. */
  text: string
  response: Response
}

/** The one class of {@link APIPromise}. */
export class Call<T> extends Promise<T> implements APIPromise<T> {
  /** Hands an answer out. A client in a notebook lets it show itself. */
  static hand: <D>(data: D) => D = (data) => data

  readonly #answer: Promise<Answer<T>>

  // `then` and `finally` make ordinary promises.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  constructor(answer: Promise<Answer<T>>) {
    // It never settles itself, only through `then`: an unhandled failure is reported once, and not at all if
    // withResponse() handles it.
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

  // zone.js's own `finally` does not go through `then`.
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

/** Copies a response with an unread body, without the headers about its bytes on the wire. */
export function responseWith(text: string, response: Response, mask: Mask): Response {
  const { status, statusText, url } = response
  const headers = maskHeaders(response.headers, mask)
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding'])
    headers.delete(name)
  const hasNoBody = [204, 205, 304].includes(status)
  const copy = new Response(hasNoBody ? null : text || null, { status, statusText, headers })
  return Object.defineProperty(copy, 'url', { value: url })
}
