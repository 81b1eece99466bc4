import { type Check, checkPlain, must } from '../base/check.ts'
import type { HeaderOverrides } from './request-options.ts'

// A session that was lost must not go on as whoever the client is.
const lost = /^authorization:\s*(bearer)?\s*(undefined)?\s*$/i

/** Refuses headers that could not be sent, or would not be: an instance of Headers has no keys. */
export const checkHeaders: Check = (what, headers) => {
  checkPlain(what, headers)
  for (const [name, value] of Object.entries(headers)) {
    const isLost = value !== null && lost.test(`${name}:${String(value)}`)
    try {
      const text = value ?? ''
      if (isLost || typeof text !== 'string') throw new TypeError()
      void new Headers([[name, text]])
    } catch {
      // The platform's own message may show a token: neither it nor its cause is kept.
      throw must(
        `${what}[${JSON.stringify(name)}]`,
        isLost
          ? 'credentials, or null to send none'
          : 'a line of Latin-1 under a name such as X-App',
      )
    }
  }
}

/** Whether to send the token: an `Authorization` header of the user, or `null`, replaces it. */
export function takesToken(...layers: (HeaderOverrides | null | undefined)[]): boolean {
  return !layers.some((layer) =>
    Object.entries(layer ?? {}).some(
      ([name, value]) => value !== undefined && name.toLowerCase() === 'authorization',
    ),
  )
}

/** An `etag` from JSON as `If-Match` takes it: in quotes, unless it came from a header with them. */
export function entityTag(etag: string): string {
  return /^(\*$|"|W\/")/.test(etag) ? etag : `"${etag}"`
}
