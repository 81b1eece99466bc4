const loopback = /^(localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/

/**
 * Warns, once for each origin in `warned`, that a token can be read on its way there; undefined where it can't: with
 * https, or on this machine.
 *
 * @param warn - Answers `false` if nobody listens.
 * @param warned - The origins that were warned of. It grows.
 */
export function cleartextWarning(
  baseUrl: string,
  warn: (text: string) => boolean | void,
  warned: Set<string> = new Set(),
): (() => void) | undefined {
  const { origin, protocol, hostname } = new URL(baseUrl)
  if (protocol === 'https:' || loopback.test(hostname)) return undefined
  return () => {
    if (warned.has(origin)) return
    if (warn(`tokens go to ${origin} unencrypted: use https`) !== false) warned.add(origin)
  }
}
