import { digest } from './hash.ts'
import type { Store } from './store.ts'

/** What is kept of a service account's key. */
export const keyDigest = (key: string): string => digest(`service key ${key}`, 24)

/** Makes a key for a service account. Only its digest is kept: nothing can show it again. */
export function makeServiceKey(store: Store, user: string): string {
  const { id, sequence } = store.birth('key')
  const key = `rck_${digest(`${store.seed}/service key/${id}`, 24)}`
  store.tables.keys.put({ id, sequence, user, digest: keyDigest(key) })
  return key
}

/** Ends every key of the user. */
export function revokeServiceKeys({ tables }: Store, user: string): void {
  for (const { id } of [...tables.keys.where('user', user)]) tables.keys.delete(id)
}
