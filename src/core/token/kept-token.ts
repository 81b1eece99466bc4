import { TokenProviderError } from '../../errors/token-provider-error.ts'
import { readGiven } from './identity.ts'
import type { AccessToken } from './token-provider.ts'

/** A token to keep until it expires. Times are milliseconds since 1970. */
export interface Kept {
  readonly token: string
  readonly expiresAt: number
  /** When to ask for the next one. */
  readonly renewAt: number
}

/** Reads a provider's answer, with its end. */
export function readKept(given: string | AccessToken | null): Kept | null {
  const answer = readGiven(given)
  if (!answer) return null
  const end = given && typeof given === 'object' ? given.expiresAt : undefined
  const expiresAt = end === undefined || end === Infinity ? Infinity : new Date(end).getTime()
  // A time in seconds would be in 1970.
  if (!(expiresAt > 1e11)) {
    throw new TokenProviderError('expiresAt must be a date or milliseconds since 1970')
  }
  const renewAt = expiresAt - Math.min(60_000, (expiresAt - Date.now()) / 4)
  return { token: answer.token, expiresAt, renewAt }
}
