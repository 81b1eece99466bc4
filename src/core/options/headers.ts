import { type Check, checkPlain, must } from '../base/check.ts'
import type { HeaderOverrides } from './request-options.ts'

// A lost session must not be sent with the client's token.
const lost = /^authorization:\s*(bearer)?\s*(undefined)?\s*$/i

/** Refuses headers that can't be sent, and instances of Headers: they have no keys, and nothing would be sent. */
export const checkHeaders: Check = (what, headers) => {
  checkPlain(what, headers)
  for (const [name, value] of Object.entries(headers)) {
    const isLost = value !== null && lost.test(`${name}:${String(value)}`)
    try {
      const text = value ?? ''
      if (isLost || typeof text !== 'string') throw new TypeError()
      void new Headers([[name, text]])
    } catch {
      // The runtime's message may show a token: drop it and its error.
      throw must(
        `${what}[${JSON.stringify(name)}]`,
        isLost
          ? 'credentials, or null to send none'
          : 'a line of Latin-1 under a name such as X-App',
      )
    }
  }
}

/** Whether to send the token: a user's `Authorization` header, also `null`, replaces it. */
export function takesToken(...layers: (HeaderOverrides | null | undefined)[]): boolean {
  return !layers.some((layer) =>
    Object.entries(layer ?? {}).some(
      ([name, value]) => value !== undefined && name.toLowerCase() === 'authorization',
    ),
  )
}

/** An `etag` as `If-Match` takes it: in quotes. One from a header has them already, one from JSON doesn't. */
export function entityTag(etag: string): string {
  return /^(\*$|"|W\/")/.test(etag) ? etag : `"${etag}"`
}
