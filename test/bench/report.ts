import { alignColumns } from '../../src/core/base/align-columns.ts'

/** What a figure must be, and who says so. */
export interface Bound {
  readonly figure: string
  readonly is: number
  readonly atMost?: number
  readonly atLeast?: number
  /** Where it is written. */
  readonly source: string
}

/** What one benchmark found. */
export interface Report {
  readonly title: string
  /** The head of the table, then its rows. */
  readonly rows: readonly (readonly string[])[]
  /** What the table does not say by itself. */
  readonly notes?: readonly string[]
  readonly bounds: readonly Bound[]
}

/** A number with as many digits as can be trusted. */
export function figure(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}

export function isKept({ is, atMost = Infinity, atLeast = -Infinity }: Bound): boolean {
  return is <= atMost && is >= atLeast
}

/** The report as text, for a terminal. */
export function print({ title, rows, notes = [], bounds }: Report): string {
  return [
    '',
    title,
    ...alignColumns(rows).map((line) => `  ${line}`),
    ...notes.map((note) => `  ${note}`),
    ...alignColumns(bounds.map(boundCells)).map((line) => `  ${line}`),
  ].join('\n')
}

function boundCells(bound: Bound): string[] {
  const { figure: name, is, atMost, atLeast, source } = bound
  const limit =
    atMost === undefined ? `at least ${figure(atLeast ?? 0)}` : `at most ${figure(atMost)}`
  return [isKept(bound) ? 'kept' : 'MISSED', `${name}: ${figure(is)}`, `${limit} (${source})`]
}
