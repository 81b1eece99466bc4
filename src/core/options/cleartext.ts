const safe = /^https:|:(localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/

/**
 * Makes a function that warns, once per origin, of a token sent without encryption. Undefined with https, or
 * on this machine.
 *
 * @param warn - Returns `false` if the log level excludes the warning.
 * @param warned - The origins of earlier warnings. It grows.
 */
export function cleartextWarning(
  baseUrl: string,
  warn: (text: string) => boolean | void,
  warned: Set<string> = new Set(),
): (() => void) | undefined {
  const { origin, protocol, hostname } = new URL(baseUrl)
  if (safe.test(protocol + hostname)) return undefined
  return () => {
    if (warned.has(origin)) return
    if (warn(`tokens go to ${origin} unencrypted: use https`) !== false) warned.add(origin)
  }
}
