import { alignColumns } from '../../src/core/base/align-columns.ts'

/** What a ratio to something measured in the same run must be, and who says so. */
export interface Bound {
  readonly figure: string
  readonly is: number
  readonly atMost: number
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

export function isKept({ is, atMost }: Bound): boolean {
  return is <= atMost
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
  const { figure: name, is, atMost, source } = bound
  return [
    isKept(bound) ? 'kept' : 'MISSED',
    `${name}: ${figure(is)} x`,
    `at most ${figure(atMost)} x (${source})`,
  ]
}
