/** What a token function is told. */
export interface TokenRequest {
  /** Whether the server answered the call's token with 401: one from a cache would not help. */
  readonly refused: boolean
  /**
   * The token that was refused, if one was. Hidden from keys, JSON and `console.log`.
   */
  readonly refusedToken?: string | undefined
  /** Aborts when the call ends before there is a token: by its own `signal`, or when its time is up. */
  readonly signal: AbortSignal
  /** Milliseconds that the call waits for a token: its `timeout`. */
  readonly timeout: number
}

/** A token with its end, as {@link cachedToken} keeps it. */
export interface AccessToken {
  /** The token alone, without `Bearer`. */
  readonly token: string
  /**
   * When it stops being valid: a date, a time in ISO 8601, or milliseconds since 1970. Default: not
   * before the server answers it with 401.
   */
  readonly expiresAt?: Date | string | number | undefined
}

/** A token without an end, for one call. `null`: the call is made without a token. */
export type CallToken = string | { readonly token: string; readonly expiresAt?: undefined } | null

/**
 * Gives the token of one call. It is asked for every call, when the call is made, and once more if the
 * server answers 401; retries are sent with the same token. An answer serves that call alone. With
 * `null` the call is sent without a token; `undefined` is a {@link TokenProviderError}, so that a lost
 * session does not go unnoticed.
 *
 * It should answer fast. To ask an identity provider once and keep what it gives until it expires, wrap
 * the function in {@link cachedToken}: unless different calls need different tokens.
 *
 * @example
 * // Each call is made as the person whose request is being answered.
 * const client = createClient({ baseUrl, token: () => requestAtHand().token })
 */
export type TokenProvider = (request: TokenRequest) => CallToken | Promise<CallToken>

/**
 * Gives a token and when it expires, for {@link cachedToken} to keep.
 *
 * @example
 * const signIn: AccessTokenProvider = async ({ signal }) => {
 *   const answer = await fetch(tokenUrl, { method: 'POST', body: credentials, signal })
 *   const { access_token, expires_in } = await answer.json()
 *   return { token: access_token, expiresAt: Date.now() + expires_in * 1000 }
 * }
 */
export type AccessTokenProvider = (
  request: TokenRequest,
) => string | AccessToken | null | Promise<string | AccessToken | null>
