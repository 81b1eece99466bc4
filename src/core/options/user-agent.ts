/** The package's version, as in package.json. */
export const version = '0.1.0'

/**
 * The User-Agent: `rolecall/0.1.0 Node.js/24`. Omitted in browsers: they set their own, and a custom header
 * would trigger a preflight.
 */
export function userAgent(): string | undefined {
  const runtime = globalThis.navigator?.userAgent ?? ''
  return runtime.startsWith('Mozilla') ? undefined : `rolecall/${version} ${runtime}`.trim()
}
