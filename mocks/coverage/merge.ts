import { ConfigurationError } from '../shared/configuration-error.ts'
import type { Coverage, LeafCoverage, OperationCoverage, RuleCoverage } from './coverage.ts'
import { totalsOf } from './totals.ts'

/**
 * Adds up two coverages of one policy, such as those of two mocks.
 *
 * @throws {@link ConfigurationError} if they are of different policies.
 * @example
 * const first = createMock()
 * const second = createMock()
 * console.log(mergeCoverage(first.coverage(), second.coverage()).totals.operations.text)
 */
export function mergeCoverage(one: Coverage, other: Coverage): Coverage {
  if (one.policy.digest !== other.policy.digest) {
    throw new ConfigurationError(
      `Coverage can be merged only for one policy. The first is of ${one.policy.name}, the second of ${
        one.policy.name === other.policy.name ? 'another of that name' : other.policy.name
      }.`,
    )
  }
  const merged = {
    operations: joined(one.operations, other.operations, ({ operation }) => operation, addCalls),
    rules: joined(one.rules, other.rules, ({ rule }) => rule, addCalls),
    leaves: joined(one.leaves, other.leaves, ({ at }) => at, addLeaf),
  }
  return { ...one, ...merged, totals: totalsOf(merged) }
}

/** Merges all coverages of the same policy, in the order of their first ones. */
export function mergeByPolicy(all: readonly Coverage[]): readonly Coverage[] {
  const merged = new Map<string, Coverage>()
  for (const one of all) {
    const known = merged.get(one.policy.digest)
    merged.set(one.policy.digest, known === undefined ? one : mergeCoverage(known, one))
  }
  return [...merged.values()]
}

function joined<Row>(
  rows: readonly Row[],
  others: readonly Row[],
  keyOf: (row: Row) => string,
  add: (row: Row, other: Row) => Row,
): readonly Row[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  for (const row of others) {
    const known = byKey.get(keyOf(row))
    byKey.set(keyOf(row), known === undefined ? row : add(known, row))
  }
  return [...byKey.values()]
}

const addCalls = <Row extends OperationCoverage | RuleCoverage>(row: Row, other: Row): Row => ({
  ...row,
  allowed: row.allowed + other.allowed,
  denied: row.denied + other.denied,
})

const addLeaf = (row: LeafCoverage, other: LeafCoverage): LeafCoverage => ({
  ...row,
  met: row.met + other.met,
  unmet: row.unmet + other.unmet,
})
