import { digest } from './hash.ts'

/**
 * The token that an e-mail address signs in with. It depends on the seed and the address alone, so
 * that it outlives a reset, and a mock that is made anew.
 */
export const sessionToken = (seed: string, email: string): string =>
  `rct_${digest(`${seed}/session/${email}`, 24)}`
