import { TokenProviderError } from '../errors/token-provider-error.ts'
import { kindOf } from './record.ts'
import type { AccessToken, TokenProvider } from './token-provider.ts'

/** Where the token of each attempt comes from. */
export interface Credentials {
  /** Whether a token that was answered with 401 may be followed by another one. */
  readonly renewable: boolean
  /**
   * The token to send now, or `undefined` to send none. It is a promise only where it has to be, so
   * that a call with a token at hand starts at once.
   *
   * @param refused - The token that was just answered with 401, and must not come again.
   */
  token(refused?: string): string | undefined | Promise<string | undefined>
  /** Hides the tokens in a text that the server or the platform wrote. */
  mask(text: string): string
}

/** Whether it can stand after `Bearer`. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[!-~]+$/.test(value)
}

/** One token for good, or none. */
export function staticCredentials(token: string | undefined): Credentials {
  return { renewable: false, token: () => token, mask: (text) => hide(text, token) }
}

/** Tokens from a provider, each kept until shortly before it expires or until it is refused. */
export function providedCredentials(provider: TokenProvider): Credentials {
  let current: Lasting | undefined
  let last: string | undefined
  let pending: Promise<string> | undefined

  const mask = (text: string) => hide(hide(text, current?.token), last)

  async function ask(refused: boolean): Promise<string> {
    try {
      const given = read(await provider({ refused }))
      last = current?.token ?? last
      current = given
      return given.token
    } catch (cause) {
      if (cause instanceof TokenProviderError) throw cause
      const reason = cause instanceof Error ? mask(cause.message) : kindOf(cause)
      throw new TokenProviderError(`The token provider failed: ${reason}`, { cause })
    }
  }

  return {
    renewable: true,
    mask,
    token(refused) {
      const now = Date.now()
      if (current && refused === current.token) current.renewAt = current.expiresAt = 0
      if (current && now < current.renewAt) return current.token
      pending ??= ask(refused !== undefined).finally(() => {
        pending = undefined
      })
      if (!current || now >= current.expiresAt) return pending
      // It still serves: nobody waits for its successor, nor fails without.
      pending.catch(() => {})
      return current.token
    },
  }
}

interface Lasting {
  readonly token: string
  /** Milliseconds since 1970. */
  expiresAt: number
  renewAt: number
}

function read(given: string | AccessToken | null): Lasting {
  const { token, expiresAt = Infinity } =
    typeof given === 'object' && given ? given : { token: given }
  const end = expiresAt === Infinity ? expiresAt : new Date(expiresAt).getTime()
  // What counts in seconds ends in 1970.
  if (isToken(token) && end > 1e11) {
    return { token, expiresAt: end, renewAt: end - Math.min(60_000, (end - Date.now()) / 4) }
  }
  throw new TokenProviderError(
    `The token provider must give a token alone, or { token, expiresAt } with a date or milliseconds since 1970, not ${isToken(token) ? 'another expiresAt' : kindOf(token)}`,
  )
}

// What is shorter than six characters is no secret, and part of many words.
function hide(text: string, token: string | undefined): string {
  return token && token.length > 5 ? text.replaceAll(token, '[token]') : text
}
