import { must } from '../base/check.ts'
import type { HeaderOverrides } from './request-options.ts'

// The place of the token: nobody's own header can be this.
const unset = 'Bearer'
// A session that was lost must not go on as whoever the client is.
const lost = /^authorization:\s*(bearer)?\s*(undefined)?\s*$/i

/** Lays each over the one before: a value sets, `null` takes away, `undefined` leaves as it is. */
export function mergeHeaders(...layers: (HeaderOverrides | null | undefined)[]): Headers {
  const headers = new Headers({ authorization: unset })
  for (const layer of layers) {
    for (const name in layer) {
      const value = layer[name]
      const isLost = lost.test(`${name}:${String(value)}`)
      try {
        if (value === null) headers.delete(name)
        else if (isLost || typeof (value ?? '') !== 'string') throw new TypeError()
        else if (value !== undefined) headers.set(name, value)
      } catch {
        // The platform's own message shows the value, which may be a token: neither it nor its cause is kept.
        throw must(
          `headers[${JSON.stringify(name)}]`,
          isLost
            ? 'credentials, or null to send none'
            : 'a line of Latin-1 under a name such as X-App',
        )
      }
    }
  }
  return headers
}

/** Whether to send the token: an `Authorization` header of the user, or `null`, replaces it. */
export function takesToken(merged: Headers): boolean {
  return merged.get('authorization') === unset
}

/** An `etag` from JSON as `If-Match` takes it: in quotes, unless it came from a header with them. */
export function entityTag(etag: string): string {
  return /^(\*$|"|W\/")/.test(etag) ? etag : `"${etag}"`
}
