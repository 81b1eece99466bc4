/** The package's version, as in package.json. */
export const version = '0.1.0'

/**
 * What is said of the client and its runtime: `rolecall/0.1.0 Node.js/24`. In a browser, nothing: it
 * has a name of its own, and a header more would have a preflight asked for.
 */
export function userAgent(): string | undefined {
  const runtime = globalThis.navigator?.userAgent ?? ''
  return runtime.startsWith('Mozilla') ? undefined : `rolecall/${version} ${runtime}`.trim()
}
