import { isRecord } from '../base/kind-of.ts'

/**
 * Reads the address that the API's paths follow, without a slash at its end; undefined for a wrong one.
 * In a page, a path alone stands for one below the page's own origin.
 */
export function readBaseUrl(value: unknown): string | undefined {
  // A URL may be of another realm, as those of jsdom are.
  const given = isRecord(value) ? value.href : value
  if (typeof given !== 'string') return undefined
  try {
    // Outside of pages there is no location, or none with an origin: both throw.
    const { origin, pathname, href } = new URL(
      /^\/(?![/\\])/.test(given) ? location.origin + given : given,
    )
    // In another href there is more: a query, a fragment, credentials.
    return href === origin + pathname && href.startsWith('http')
      ? href.replace(/\/+$/, '')
      : undefined
  } catch {
    return undefined
  }
}

/** What it must be. */
export const baseUrlText =
  'a URL such as https://platform.example without query, fragment or credentials, or in a page only a path such as /api'
