import type { TokenRecord } from '../policy/language/records.ts'
import type { Store } from './store.ts'

/** Ends a token. One that was revoked before stays as it is. */
export const revokeToken = ({ tables, now }: Store, token: TokenRecord): TokenRecord =>
  token.revokedAt === undefined ? tables.tokens.put({ ...token, revokedAt: now }) : token
