import { checkPlain, must } from '../base/check.ts'
import type { HeaderOverrides } from './request-options.ts'

// A session that was lost must not go on as whoever the client is.
const lost = /^authorization:\s*(bearer)?\s*(undefined)?\s*$/i

/** Refuses headers that could not be sent, or would not be: an instance of Headers has no keys. */
export function checkHeaders(headers: HeaderOverrides | null | undefined): void {
  checkPlain('headers', headers ?? {})
  const probe = new Headers()
  for (const [name, value] of Object.entries(headers ?? {})) {
    const isLost = value !== null && lost.test(`${name}:${String(value)}`)
    try {
      if (isLost || typeof (value ?? '') !== 'string') throw new TypeError()
      probe.set(name, value ?? '')
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
