import { isRecord } from '../base/kind-of.ts'

/**
 * Reads the address in front of the API's paths. Returns it without a slash at its end; undefined if it is
 * wrong. In a page, a path alone is below the page's own origin.
 */
export function readBaseUrl(value: unknown): string | undefined {
  // A URL may be of another realm, as in jsdom.
  const given = isRecord(value) ? value.href : value
  if (typeof given !== 'string') return undefined
  try {
    // Outside pages there is no location, or none with an origin: both throw.
    const { origin, pathname, href } = new URL(
      /^\/(?![/\\])/.test(given) ? location.origin + given : given,
    )
    // A longer href has a query, a fragment or credentials.
    return href === origin + pathname && href.startsWith('http')
      ? href.replace(/\/+$/, '')
      : undefined
  } catch {
    return undefined
  }
}

/** The right address, as messages describe it. */
export const baseUrlText =
  'a URL such as https://platform.example without query, fragment or credentials, or in a page only a path such as /api'
