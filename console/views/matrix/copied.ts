import { printable } from '../../../src/core/base/printable.ts'
import type { RightsMatrix } from '../../../mocks/control-client/index.ts'
import type { ActionLine } from './lines.ts'
import { outcomeText } from './rights.ts'

/** The actions and the people or roles that a copy has. */
export interface Copied {
  readonly matrix: RightsMatrix
  readonly lines: readonly ActionLine[]
}

/** The table in Markdown. */
export function markdownOf(copied: Copied): string {
  const [head = [], ...rows] = tableOf(copied)
  const line = (cells: readonly string[]) => `| ${cells.map(inMarkdown).join(' | ')} |`
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n')
}

/** The table as comma-separated values (RFC 4180). */
export const csvOf = (copied: Copied): string =>
  tableOf(copied)
    .map((cells) => cells.map(inCsv).join(','))
    .join('\r\n')

const tableOf = ({ matrix: { rows }, lines }: Copied): readonly (readonly string[])[] => [
  ['Action', ...rows.map(({ name, email }) => email ?? name)],
  ...lines.map(({ action, at }) => [
    action.action,
    ...rows.map(({ cells }) => outcomeText(cells[at]?.outcome ?? 'no')),
  ]),
]

/** Names are people's own: none adds a cell, a link or HTML. */
const inMarkdown = (text: string): string =>
  printable(text).replaceAll(/[\\|<>[\]`*_&]/g, (sign) => `\\${sign}`)

/** A spreadsheet takes text that begins with such a sign for a formula. */
function inCsv(text: string): string {
  const safe = printable(text).replace(/^[=+\-@\t\r]/, "'$&")
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
