import { RolecallError } from '../errors/rolecall-error.ts'
import { isRecord } from './record.ts'
import type { HeaderOverrides } from './request-options.ts'

/** Lays each over the one before: a value sets, `null` takes away, `undefined` leaves as it is. */
export function mergeHeaders(...layers: (HeaderOverrides | undefined)[]): Headers {
  const headers = new Headers()
  for (const layer of layers) {
    for (const name in layer) {
      const value = layer[name]
      try {
        if (value === null) headers.delete(name)
        else if (value !== undefined) headers.set(name, value)
      } catch {
        // The platform's own message shows the value, which may be a token: neither it nor its cause is kept.
        throw new RolecallError(
          `headers[${JSON.stringify(name)}] can't be sent: a name is letters, digits and dashes, a value one line of Latin-1 text`,
        )
      }
    }
  }
  return headers
}

/**
 * The one over the other, as {@link mergeHeaders} would lay them, once it is sure that each can be
 * sent: a mistake is told when it is made.
 */
export function overrideHeaders(
  base: HeaderOverrides,
  over: HeaderOverrides = {},
): HeaderOverrides {
  // An instance of Headers has no keys of its own, and would say nothing.
  if (!isRecord(over) || Symbol.iterator in over) {
    throw new RolecallError(`headers must be an object such as { 'X-App': 'console' }`)
  }
  mergeHeaders(over)
  const merged = { ...base }
  for (const [name, value] of Object.entries(over)) {
    if (value !== undefined) merged[name.toLowerCase()] = value
  }
  return merged
}

/** An `etag` from JSON as `If-Match` takes it: in quotes, unless it came from a header with them. */
export function entityTag(etag: string): string {
  return /^(\*$|"|W\/")/.test(etag) ? etag : `"${etag}"`
}
