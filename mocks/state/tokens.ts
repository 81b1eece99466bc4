import type { TokenRecord, UserRecord } from '../policy/language/records.ts'
import { keyDigest, serviceKey, tokenValue } from './secrets.ts'
import type { Birth, Store } from './store.ts'

/** Adds a token. Anyone with its value can act as its creator. */
export function makeToken(
  { seed, tables }: Store,
  birth: Birth,
  { name, creator }: { readonly name: string; readonly creator: UserRecord },
): TokenRecord {
  const value = tokenValue(seed, birth.id)
  return tables.tokens.put({ ...birth, name, value, creator: creator.id })
}

/** Revokes a token, unless it was revoked before. */
export const revokeToken = ({ tables, now }: Store, token: TokenRecord): TokenRecord =>
  token.revokedAt === undefined ? tables.tokens.put({ ...token, revokedAt: now }) : token

/** Makes a key for a service account. Only its digest is stored, so it can't be shown again. */
export function makeServiceKey(store: Store, user: string): string {
  const { id, sequence } = store.birth('key')
  const key = serviceKey(store.seed, id)
  store.tables.keys.put({ id, sequence, user, digest: keyDigest(key) })
  return key
}

/** Revokes all keys of a user. */
export function revokeServiceKeys({ tables }: Store, user: string): void {
  for (const { id } of [...tables.keys.where('user', user)]) tables.keys.delete(id)
}
