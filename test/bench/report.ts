import { alignColumns } from '../../src/core/base/align-columns.ts'

/** The bound of a ratio to something measured in the same run, and its source. */
export interface Bound {
  readonly figure: string
  readonly is: number
  readonly atMost: number
  /** Its place in the documentation. */
  readonly source: string
}

/** The result of one benchmark. */
export interface Report {
  readonly title: string
  /** The head of the table, then its rows. */
  readonly rows: readonly (readonly string[])[]
  /** Remarks below the table. */
  readonly notes?: readonly string[]
  readonly bounds: readonly Bound[]
}

/** A number with its significant digits. */
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
