import type { UserRecord } from '../policy/language/records.ts'
import { keyDigest, sessionToken } from '../state/secrets.ts'
import { enforcementPoint } from '../policy/world/enforcement-point.ts'
import type { Platform } from '../platform/platform.ts'
import { refuse, type Refused } from '../message/refusal.ts'

/** Resolves the bearer token to a person, or to the enforcement point. Removed users still authenticate, but are not members. */
export function authenticate(
  { store }: Platform,
  authorization: string | undefined,
): UserRecord | Refused {
  const token = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) {
    return refuse(
      401,
      'unauthenticated',
      'The Authorization header is missing or malformed. Send Authorization: Bearer <token>.',
      {
        headers: { 'WWW-Authenticate': 'Bearer' },
      },
    )
  }
  return (
    holderOf(store, token) ??
    (token === sessionToken(store.seed, enforcementPoint.email) ? enforcementPoint : unknownToken)
  )
}

const unknownToken = refuse(
  401,
  'invalid_token',
  'The token is unknown or was revoked. Sign in again.',
  { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } },
)

/** The person of a session token, of an API token that was not revoked, or of a service account's key. */
function holderOf({ tables }: Platform['store'], value: string): UserRecord | undefined {
  const { users, former } = tables
  const signedIn = users.bySecret(value) ?? former.bySecret(value)
  if (signedIn !== undefined) return signedIn
  const token = tables.tokens.byKey(value)
  if (token !== undefined && token.revokedAt !== undefined) return undefined
  return users.get(token?.creator ?? tables.keys.byKey(keyDigest(value))?.user ?? '')
}
