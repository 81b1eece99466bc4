import type { FaultRule } from '../../../mocks/control-client/index.ts'

/** A fault that one press sets. */
export interface QuickRule {
  readonly name: string
  readonly rule: FaultRule
}

/** The faults that are asked for most. */
export const quickRules: readonly QuickRule[] = [
  { name: 'Slow everything by 300 ms', rule: { latency: 300 } },
  { name: 'Slow everything by 2 s', rule: { latency: 2000 } },
  { name: 'Offline', rule: { offline: true } },
  { name: 'Fail the next call with 500', rule: { status: 500, times: 1 } },
  { name: 'Fail the next call with 503', rule: { status: 503, times: 1 } },
  { name: 'Fail the next call with 429', rule: { status: 429, times: 1, retryAfter: 1000 } },
  { name: 'Stale etag for the next change', rule: { stale: true, times: 1 } },
]

/** Whether two rules say the same. */
export const isSameRule = (one: FaultRule, other: FaultRule): boolean =>
  sorted(one) === sorted(other)

const sorted = (rule: FaultRule): string =>
  JSON.stringify(Object.entries(rule).toSorted(([a], [b]) => (a < b ? -1 : 1)))
