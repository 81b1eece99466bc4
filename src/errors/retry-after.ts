/**
 * Milliseconds from now until the server wants to be asked again, if it says so: by `Retry-After`, in
 * seconds or as a date, and with 429 also by the headers that tell of rate limits.
 */
export function retryAfter(headers: Headers, status: number): number | undefined {
  return wait(headers, headers.get('retry-after')) ?? (status === 429 ? reset(headers) : undefined)
}

/** The time of the limit that is used up: of several, the one that lasts longest. */
function reset(headers: Headers): number | undefined {
  // `"burst";r=0;t=5, "daily";r=12;t=3600`, and in drafts before: `limit=10, remaining=0, reset=5`
  const limits = headers.get('ratelimit') ?? ''
  const times = limits.split(/,(?=\s*["\w-]+\s*;)/).flatMap((limit) => {
    const left = /\b(?:r|remaining)=(\d+)/.exec(limit)?.[1]
    const time = /\b(?:t|reset)=(\d+)/.exec(limit)?.[1]
    return time && (left === undefined || left === '0') ? [Number(time) * 1000] : []
  })
  if (times.length) return Math.max(...times)
  const time = headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset')
  return wait(headers, time)
}

function wait(headers: Headers, value: string | null): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) {
    const seconds = Number(text)
    // What would be decades from now is a point in time.
    return seconds < 1e9 ? seconds * 1000 : until(headers, seconds * 1000)
  }
  // Of the three forms of a date one leaves out that it is in GMT.
  return /^[A-Z][a-z]{2}/.test(text)
    ? until(headers, Date.parse(text.replace(/(?<! GMT)$/, ' GMT')))
    : undefined
}

/** By the server's own clock, where it shows it: the two may differ by more than the wait. */
function until(headers: Headers, time: number): number | undefined {
  const now = Date.parse(headers.get('date') ?? '') || Date.now()
  return Number.isNaN(time) ? undefined : Math.max(0, time - now)
}
