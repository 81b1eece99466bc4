import type { TokenRecord, UserRecord } from '../policy/language/records.ts'
import { digest } from './hash.ts'
import type { Birth, Store } from './store.ts'

/** A new token, which lets whoever has its value act as its creator. */
export function makeToken(
  { seed, tables }: Store,
  birth: Birth,
  { name, creator }: { readonly name: string; readonly creator: UserRecord },
): TokenRecord {
  const value = `rct_${digest(`${seed}/token/${birth.id}`, 24)}`
  return tables.tokens.put({ ...birth, name, value, creator: creator.id })
}
