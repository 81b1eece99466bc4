import { digest } from './hash.ts'

/**
 * The session token of an e-mail address. It depends on the seed and the address alone, so it stays valid
 * after a reset, and in another mock with the same seed.
 */
export const sessionToken = (seed: string, email: string): string =>
  `rct_${digest(`${seed}/session/${email}`, 24)}`

/** The value of the token with an id. */
export const tokenValue = (seed: string, id: string): string =>
  `rct_${digest(`${seed}/token/${id}`, 24)}`

/** The value of the service account's key with an id. */
export const serviceKey = (seed: string, id: string): string =>
  `rck_${digest(`${seed}/service key/${id}`, 24)}`

/** The digest of a service account's key, which is stored in its place. */
export const keyDigest = (key: string): string => digest(`service key ${key}`, 24)
