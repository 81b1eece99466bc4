import type { Coverage, CoverageTotal, CoverageTotals, SeenOf } from './coverage.ts'

/** A row with two outcomes, or the only one that it can have. */
interface Row {
  readonly yes: number
  readonly no: number
  readonly only?: 'yes' | 'no' | undefined
}

/** Counts what was seen of all that can be seen. */
export const totalsOf = ({
  operations,
  rules,
  leaves,
}: Pick<Coverage, 'operations' | 'rules' | 'leaves'>): CoverageTotals => ({
  operations: totalOf(operations.map(rowOf), 'allowed', 'denied'),
  rules: totalOf(rules.map(rowOf), 'allowed', 'denied'),
  leaves: totalOf(
    leaves.map(({ met, unmet, only }) => ({
      yes: met,
      no: unmet,
      only: only && (only === 'met' ? 'yes' : 'no'),
    })),
    'met',
    'unmet',
  ),
})

/** The share that was seen, in percent: 100 if there is nothing to see. */
export function percentOf({ allowed, denied }: CoverageTotal): number {
  const of = allowed.of + denied.of
  return of === 0 ? 100 : (100 * (allowed.seen + denied.seen)) / of
}

const rowOf = ({
  allowed,
  denied,
  only,
}: {
  readonly allowed: number
  readonly denied: number
  readonly only?: 'allowed' | 'denied'
}): Row => ({ yes: allowed, no: denied, only: only && (only === 'allowed' ? 'yes' : 'no') })

function totalOf(rows: readonly Row[], yes: string, no: string): CoverageTotal {
  const allowed = seenOf(rows, 'yes')
  const denied = seenOf(rows, 'no')
  const text = `${allowed.seen} of ${allowed.of} seen ${yes}, ${denied.seen} of ${denied.of} seen ${no}`
  return { allowed, denied, text }
}

function seenOf(rows: readonly Row[], outcome: 'yes' | 'no'): SeenOf {
  const possible = rows.filter(({ only }) => only === undefined || only === outcome)
  return { seen: possible.filter((row) => row[outcome] > 0).length, of: possible.length }
}
