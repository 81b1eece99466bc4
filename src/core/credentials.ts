/** Where the token of each attempt comes from. */
export interface Credentials {
  /** Whether a token that was answered with 401 may be followed by another one. */
  readonly renewable: boolean
  /**
   * The token to send now, or `undefined` to send none. It is a promise only where it has to be, so
   * that a call with a static token starts at once.
   *
   * @param refused - The token that was just answered with 401, and must not come again.
   */
  token(refused?: string): string | undefined | Promise<string | undefined>
  /** Hides the tokens in a text that the server or the platform wrote. */
  mask(text: string): string
}

/** One token for good, or none. */
export function staticCredentials(token: string | undefined): Credentials {
  return {
    renewable: false,
    token: () => token,
    // What is shorter than six characters is no secret, and part of many words.
    mask: (text) => (token && token.length > 5 ? text.replaceAll(token, '[token]') : text),
  }
}
