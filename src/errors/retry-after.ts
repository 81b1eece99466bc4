// A limit that is used up, and when it starts again: `"burst";r=0;t=5`; in earlier drafts `remaining=0, reset=5`.
const usedUp = /\b(?:r|remaining)=0\b[^"]*?\b(?:t|reset)=(\d+)/g

/**
 * Milliseconds from now until the server wants to be asked again, if it says so: by `Retry-After`, in
 * seconds or as a date, and with 429 also by the headers of rate limits.
 */
export function retryAfter(headers: Headers, status: number): number | undefined {
  // By the server's own clock, where it shows it: the two may differ by more than the wait.
  const now = timeOf(headers.get('date'), 0) || Date.now()
  const texts = [headers.get('retry-after')]
  if (status === 429) {
    const limits = headers.get('ratelimit')?.matchAll(usedUp) ?? []
    const resets = Array.from(limits, ([, seconds]) => Number(seconds))
    // Without any, this is -Infinity, which is no time.
    texts.push(
      `${Math.max(...resets)}`,
      headers.get('ratelimit-reset'),
      headers.get('x-ratelimit-reset'),
    )
  }
  const time = texts.map((text) => timeOf(text, now)).find((one) => one >= 0)
  return time === undefined ? undefined : Math.max(0, time - now)
}

/** A time in milliseconds, given in seconds from `now` or as a date; else NaN. */
function timeOf(text: string | null, now: number): number {
  const seconds = Number(text || NaN)
  // Decades from now are a point in time.
  if (seconds >= 0) return seconds * 1000 + (seconds < 1e9 ? now : 0)
  // One of the three forms of a date leaves out that it is in GMT.
  return /^[A-Z][a-z]{2}/.test(text ?? '') ? Date.parse(`${text?.replace(' GMT', '')} GMT`) : NaN
}
