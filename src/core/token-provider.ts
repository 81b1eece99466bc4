/** What a {@link TokenProvider} is told. */
export interface TokenRequest {
  /** Whether the server answered the last token with 401: one from a cache would not help. */
  readonly refused: boolean
}

/** A token with its end. */
export interface AccessToken {
  /** The token alone, without `Bearer`. */
  readonly token: string
  /**
   * When it stops being valid: a date, a time in ISO 8601, or milliseconds since 1970. Default: not
   * before the server answers it with 401.
   */
  readonly expiresAt?: Date | string | number | undefined
}

/**
 * Gives the token to send. It is asked for the first one when the first call is made, for the next
 * one a minute before the last expires (or after three quarters of a shorter life), and once when
 * the server answers 401. However many calls wait for a token, it is asked once.
 *
 * @example
 * const token: TokenProvider = async () => {
 *   const { access_token, expires_in } = await signIn()
 *   return { token: access_token, expiresAt: Date.now() + expires_in * 1000 }
 * }
 */
export type TokenProvider = (
  request: TokenRequest,
) => string | AccessToken | Promise<string | AccessToken>
