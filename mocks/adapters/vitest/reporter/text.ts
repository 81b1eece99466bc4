import { alignColumns } from '../../../../src/core/base/align-columns.ts'
import type { Coverage } from '../../../coverage/coverage.ts'
import { percentOf } from '../../../coverage/totals.ts'
import { cellText, tablesOf, unseenIn } from './rows.ts'

/** The most operations that the table names. */
const most = 20

/** The coverage of a policy as a table: its totals, and the operations that lack an outcome. */
export function textOf(coverage: Coverage): string {
  const { name, title } = coverage.policy
  const tables = tablesOf(coverage)
  const totals = tables.map(({ title: part, total }) => [
    part,
    `${Math.floor(percentOf(total))} %`,
    total.text,
  ])
  const [{ rows }] = [tables[0] ?? { rows: [] }]
  const lacking = rows.filter((row) => unseenIn(row) > 0)
  const named = lacking
    .slice(0, most)
    .map((row) => [row.name, cellText(row, 'yes'), cellText(row, 'no')])
  const others = lacking.length - named.length
  return [
    `Policy coverage of ${title} (${name})`,
    indented(alignColumns(totals)),
    ...(named.length === 0
      ? ['', '  Every operation was seen with each outcome that it can have.']
      : ['', indented(alignColumns([['Operation', 'allowed', 'denied'], ...named]))]),
    ...(others > 0 ? [`  … and ${others} more operations that lack an outcome`] : []),
  ].join('\n')
}

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join('\n')
