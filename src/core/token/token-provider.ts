/** The argument of a token function. */
export interface TokenRequest {
  /** Whether the server answered the call's token with 401: don't answer the same token from a cache. */
  readonly refused: boolean
  /**
   * The token that was refused, if one was. Hidden from keys, JSON and `console.log`.
   */
  readonly refusedToken?: string | undefined
  /** Aborts when the call ends before it has a token: by its own `signal`, or when its time is up. */
  readonly signal: AbortSignal
  /** Milliseconds that the call waits for a token: its `timeout`. */
  readonly timeout: number
}

/** A token with its expiry, for {@link cachedToken} to keep. */
export interface AccessToken {
  /** The token alone, without `Bearer`. */
  readonly token: string
  /**
   * When it expires: a date, a time in ISO 8601, or milliseconds since 1970. Default: when the server
   * answers it with 401.
   */
  readonly expiresAt?: Date | string | number | undefined
}

/** A token for one call, without an expiry. `null`: the call is sent without a token. */
export type CallToken = string | { readonly token: string; readonly expiresAt?: undefined } | null

/**
 * Answers the token of one call. It is asked when the call is made, and once more if the server answers 401;
 * retries carry the same token. An answer serves that call alone. With `null` the call is sent without a token;
 * `undefined` is a {@link TokenProviderError}, so that a lost session does not go unnoticed.
 *
 * It should answer fast. To ask an identity provider once and keep its token until that expires, wrap the
 * function in {@link cachedToken}, unless different calls need different tokens.
 *
 * @example
 * // Each call is made as the person whose request is being answered.
 * const client = createClient({ baseUrl, token: () => requestAtHand().token })
 */
export type TokenProvider = (request: TokenRequest) => CallToken | Promise<CallToken>

/**
 * Answers a token and when it expires, for {@link cachedToken} to keep.
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
