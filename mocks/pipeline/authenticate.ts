import type { UserRecord } from '../policy/world.ts'
import { keyDigest } from '../state/service-keys.ts'
import { sessionToken } from '../state/session-token.ts'
import { enforcementPoint } from '../policy/enforcement-point.ts'
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
      'Sign in: send the header Authorization: Bearer <token>.',
      {
        headers: { 'WWW-Authenticate': 'Bearer' },
      },
    )
  }
  if (token === sessionToken(store.seed, enforcementPoint.email)) return enforcementPoint
  const { users, former } = store.tables
  const [signedIn = users.get(holderOf(store, token) ?? '')] = [
    ...users.where('session', token),
    ...former.where('session', token),
  ]
  return (
    signedIn ??
    refuse(401, 'invalid_token', 'The token is unknown or was revoked: sign in again.', {
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    })
  )
}

/** The id of the user who acts by a service account's key, or by a token that was not revoked. */
function holderOf({ tables }: Platform['store'], value: string): string | undefined {
  const token = tables.tokens.byKey(value)
  if (token !== undefined) return token.revokedAt === undefined ? token.creator : undefined
  return tables.keys.byKey(keyDigest(value))?.user
}
