/** What the headers `Deprecation` (RFC 9745) and `Sunset` (RFC 8594) of an answer tell, if anything. */
export function deprecationOf(operation: string, headers: Headers): string | undefined {
  const [since, sunset, link] = ['deprecation', 'sunset', 'link'].map((name) => headers.get(name))
  if (!since && !sunset) return undefined
  // A time is seconds since 1970 behind an @.
  const seconds = /^@(\d+)/.exec(since ?? '')?.[1]
  const day = seconds && ` since ${new Date(Number(seconds) * 1000).toISOString().slice(0, 10)}`
  return `${operation} is deprecated${day ?? ''}${sunset ? `, and ends on ${sunset}` : ''}${link ? `: see ${link}` : ''}`
}
