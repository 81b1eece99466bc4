import type { PolicyMatrix } from '../../../src/index.ts'
import { alignColumns } from '../../../src/core/base/align-columns.ts'
import { bold, dim } from './style.ts'
import { printable } from '../../../src/core/base/printable.ts'

type Cell = PolicyMatrix['cells'][number]

/** An action, its rules, and an answer for each persona. */
interface Row {
  readonly action: string
  readonly rules: readonly string[]
  readonly outcomes: readonly Cell['outcome'][]
}

/** The rules that decide before any rule of the action. */
const standing: ReadonlySet<string> = new Set(['membership', 'API'])

/** The rules that decide for the personas, in their order. */
function rulesOf(named: readonly string[]): readonly string[] {
  const own = named.filter((rule) => !standing.has(rule))
  return [...new Set(own.length > 0 ? own : named)]
}

function rowsOf({ personas, actions, cells }: PolicyMatrix): readonly Row[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.persona} ${cell.action}`, cell]))
  return actions.map((action) => {
    const own = personas.map(({ user }) => byPlace.get(`${user} ${action}`))
    const rules = rulesOf(own.flatMap((cell) => cell?.rule ?? []))
    return { action, rules, outcomes: own.map((cell) => cell?.outcome ?? 'no') }
  })
}

const marks = { yes: '✓', no: '·', depends: '?' } as const

/** The heads of the columns, one character each so that many fit. */
const labels = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A matrix for the terminal, in narrow columns: personas are numbered. Other formats hold all of many. */
export function matrixTable(whole: PolicyMatrix, title: string): string {
  const numbers = labels.slice(0, whole.personas.length).split('')
  const matrix = { ...whole, personas: whole.personas.slice(0, numbers.length) }
  const more = whole.personas.length - numbers.length
  const rows = rowsOf(matrix)
  const [head = '', ...body] = alignColumns([
    ['', '', numbers.join(' ')],
    ...rows.map(({ action, rules: [first = '', ...others], outcomes }) => [
      action,
      others.length === 0 ? first : `${first}+`,
      outcomes.map((outcome) => marks[outcome]).join(' '),
    ]),
  ])
  const hasOthers = rows.some(({ rules }) => rules.length > 1)
  return [
    bold(printable(title)),
    ...alignColumns(
      matrix.personas.map(({ email, text }, index) => [`  ${numbers[index]}`, email, text]),
    ),
    ...(more > 0 ? [dim(`  and ${more} more users: --format json prints all`)] : []),
    '',
    bold(head),
    ...body,
    '',
    dim(`✓ yes   · no   ? depends on the arguments${hasOthers ? '   + and other rules' : ''}`),
  ].join('\n')
}

/** A matrix as rows of cells. In Markdown, actions are code. */
export function matrixRows(
  matrix: PolicyMatrix,
  markdown: boolean,
): readonly (readonly string[])[] {
  return [
    ['action', 'rule', ...matrix.personas.map(({ email }) => email)],
    ...rowsOf(matrix).map(({ action, rules, outcomes }) => [
      markdown ? `\`${action}\`` : action,
      rules.join(', '),
      ...outcomes,
    ]),
  ]
}
