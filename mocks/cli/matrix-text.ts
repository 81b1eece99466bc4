import type { PolicyMatrix } from '../../src/index.ts'
import { columns } from './columns.ts'
import { bold, dim } from './style.ts'
import { printable } from '../../src/core/printable.ts'

type Cell = PolicyMatrix['cells'][number]

/** An action, its rule, and an answer for each persona. */
interface Row {
  readonly action: string
  readonly rule: string
  readonly outcomes: readonly Cell['outcome'][]
}

function rowsOf({ personas, actions, cells }: PolicyMatrix): readonly Row[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.persona} ${cell.action}`, cell]))
  return actions.map((action) => {
    const own = personas.map(({ user }) => byPlace.get(`${user} ${action}`))
    const rule = own.find((cell) => cell !== undefined)?.rule ?? ''
    return { action, rule, outcomes: own.map((cell) => cell?.outcome ?? 'no') }
  })
}

const marks = { yes: '✓', no: '·', depends: '?' } as const

/** What stands above a column, one character each so that many fit: 1 to 9, then A to Z. */
const labels = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A matrix for the terminal: personas are numbered, so that their columns are narrow. */
export function matrixTable(matrix: PolicyMatrix, title: string): string {
  const numbers = matrix.personas.map((_, index) => labels[index] ?? '+')
  const [head = '', ...body] = columns([
    ['', '', numbers.join(' ')],
    ...rowsOf(matrix).map(({ action, rule, outcomes }) => [
      action,
      rule,
      outcomes.map((outcome) => marks[outcome]).join(' '),
    ]),
  ])
  return [
    bold(printable(title)),
    ...columns(
      matrix.personas.map(({ email, text }, index) => [`  ${numbers[index]}`, email, text]),
    ),
    '',
    bold(head),
    ...body,
    '',
    dim('✓ yes   · no   ? depends on the arguments'),
  ].join('\n')
}

/** A matrix as a Markdown table. */
export function matrixMarkdown(matrix: PolicyMatrix): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => printable(cell)).join(' | ')} |`
  const names = matrix.personas.map(({ email }) => email)
  return [
    line(['action', 'rule', ...names]),
    line(['---', '---', ...names.map(() => '---')]),
    ...rowsOf(matrix).map(({ action, rule, outcomes }) =>
      line([`\`${action}\``, rule, ...outcomes]),
    ),
  ].join('\n')
}
