import { digest } from './hash.ts'

/**
 * The token that an e-mail address signs in with. It depends on the seed and the address alone, so
 * that it outlives a reset, and a mock that is made anew.
 */
export const sessionToken = (seed: string, email: string): string =>
  `rct_${digest(`${seed}/session/${email}`, 24)}`

/** The value of a token, by the token's id. */
export const tokenValue = (seed: string, id: string): string =>
  `rct_${digest(`${seed}/token/${id}`, 24)}`

/** A service account's key, by the key's id. */
export const serviceKey = (seed: string, id: string): string =>
  `rck_${digest(`${seed}/service key/${id}`, 24)}`

/** What is kept of a service account's key. */
export const keyDigest = (key: string): string => digest(`service key ${key}`, 24)
