import { RolecallError } from '../errors/rolecall-error.ts'
import { must } from './must.ts'
import type { HeaderOverrides } from './request-options.ts'

type Layers = readonly (HeaderOverrides | null | undefined)[]

/** Lays each over the one before: a value sets, `null` takes away, `undefined` leaves as it is. */
export function mergeHeaders(...layers: Layers): Headers {
  const headers = new Headers()
  for (const layer of layers) {
    for (const name in layer) {
      const value = layer[name]
      // A session that was lost must not go on as whoever the client is.
      if (isAuthorization.test(name) && value !== null && lost.test(value ?? '')) {
        throw must(`headers[${JSON.stringify(name)}]`, 'credentials, or null to send none')
      }
      try {
        if (value === null) headers.delete(name)
        else if (typeof value === 'string') headers.set(name, value)
        else if (value !== undefined) throw new TypeError()
      } catch {
        // The platform's own message shows the value, which may be a token: neither it nor its cause is kept.
        throw new RolecallError(
          `headers[${JSON.stringify(name)}] can't be sent: names are letters, digits and dashes, values a line of Latin-1`,
        )
      }
    }
  }
  return headers
}

const isAuthorization = /^authorization$/i
const lost = /^\s*(bearer)?\s*$/i

/** Whether to send the token: an `Authorization` header of the user, or `null`, replaces it. */
export function takesToken(...layers: Layers): boolean {
  return !layers
    .flatMap((layer) => Object.keys(layer ?? {}))
    .some((name) => isAuthorization.test(name))
}

/** An `etag` from JSON as `If-Match` takes it: in quotes, unless it came from a header with them. */
export function entityTag(etag: string): string {
  return /^(\*$|"|W\/")/.test(etag) ? etag : `"${etag}"`
}
