import { check, type Check, checkPlain, must } from '../base/check.ts'

// A lost session must not be sent with the client's token.
const lost = /^authorization:\s*(bearer)?\s*(undefined)?\s*$/i

/** Refuses a text that no header can hold. Messages don't show it. */
export const checkHeaderValue = check('a line of Latin-1', isHeader, () => '')

function isHeader(value: unknown, name = 'x'): boolean {
  try {
    return typeof value === 'string' && !!new Headers([[name, value]])
  } catch {
    // The runtime's message may show a token.
    return false
  }
}

/** Refuses headers that can't be sent, and instances of Headers: they have no keys, and nothing would be sent. */
export const checkHeaders: Check = (what, headers) => {
  checkPlain(what, headers)
  for (const [name, value] of Object.entries(headers)) {
    const isLost = value !== null && lost.test(`${name}:${String(value)}`)
    if (isLost || !isHeader(value ?? '', name)) {
      throw must(
        `${what}[${JSON.stringify(name)}]`,
        isLost
          ? 'credentials, or null to send none'
          : 'a line of Latin-1 under a name such as X-App',
      )
    }
  }
}

/** Whether to send the token: an `Authorization` header in one of the layers, also `null`, replaces it. */
export const takesToken = (...layers: (object | null | undefined)[]): boolean =>
  !layers.some((layer) =>
    Object.entries(layer ?? {}).some(
      ([name, value]) => value !== undefined && name.toLowerCase() === 'authorization',
    ),
  )

/** An `etag` as `If-Match` takes it: in quotes. One from a header has them already, one from JSON doesn't. */
export function entityTag(etag: string): string {
  return /^(\*$|"|W\/")/.test(etag) ? etag : `"${etag}"`
}
