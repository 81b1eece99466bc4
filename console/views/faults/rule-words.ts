import type { FaultRule } from '../../../mocks/control-client/index.ts'

/** The calls that a rule strikes, in words. */
export function callsText({ on, as, while: window, nth, share, times }: FaultRule): string {
  return [
    on === undefined ? 'every call' : list(on),
    as !== undefined && `by ${list(as)}`,
    nth !== undefined && `(${nthText(nth)})`,
    share !== undefined && `${Math.round(share * 1000) / 10} % of them`,
    window?.from !== undefined && `from ${window.from}`,
    window?.until !== undefined && `until ${window.until}`,
    times !== undefined && (times === 1 ? 'once' : `${times} times at most`),
  ]
    .filter(Boolean)
    .join(', ')
}

/** What a rule does to them, in words. */
export function outcomeText(rule: FaultRule): string {
  const { latency, status, rate, connection, offline, stale, effect, problem, retryAfter } = rule
  return [
    typeof latency === 'number' && `${latency} ms late`,
    typeof latency === 'object' && `${latency.median} ms late, ${latency.p99} ms at worst`,
    status !== undefined && `answers ${status}${problem?.detail ? `: ${problem.detail}` : ''}`,
    retryAfter !== undefined && `retry after ${retryAfter} ms`,
    rate !== undefined && `at most ${rate.requests} in ${rate.per} ms for each user`,
    connection !== undefined && connections[connection],
    offline && 'can’t be reached',
    stale && 'the etag is stale',
    effect !== undefined &&
      (effect === 'after' ? 'after it takes effect' : 'before it takes effect'),
  ]
    .filter(Boolean)
    .join(', ')
}

/** What each broken connection means. */
export const connections: Readonly<Record<NonNullable<FaultRule['connection']>, string>> = {
  refuse: 'the connection is refused',
  reset: 'the connection is reset',
  cut: 'the answer is cut',
  stall: 'no answer comes',
}

const list = (value: string | readonly string[]): string =>
  typeof value === 'string' ? value : value.join(', ')

/** The numbers of calls as they are written in the form: `2`, `1, 4`, `every 3`, `3-5`. */
export function nthText(nth: FaultRule['nth']): string {
  if (nth === undefined) return ''
  if (typeof nth === 'number') return String(nth)
  if (isList(nth)) return nth.join(', ')
  const { every, from, to } = nth
  const range = from === undefined && to === undefined ? '' : `${from ?? 1}-${to ?? ''}`
  return [every !== undefined && `every ${every}`, range].filter(Boolean).join(' ')
}

const isList = (value: unknown): value is readonly number[] => Array.isArray(value)

/** Reads the numbers of calls. Text that says none is left to the mock to refuse. */
export function readNth(text: string): FaultRule['nth'] {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const parts = /^(?:every\s+(\d+))?\s*(?:(\d+)\s*-\s*(\d+)?)?$/.exec(trimmed)
  if (parts) {
    const [, every, from, to] = parts
    return {
      ...(every !== undefined && { every: Number(every) }),
      ...(from !== undefined && { from: Number(from) }),
      ...(to !== undefined && { to: Number(to) }),
    }
  }
  const [first = Number.NaN, ...more] = trimmed.split(/[\s,]+/).map(Number)
  return more.length === 0 ? first : [first, ...more]
}
