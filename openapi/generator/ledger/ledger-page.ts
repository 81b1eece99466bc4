import { anchorOf as ruleAnchor } from '../../../mocks/rule-pages/index.ts'
import { anchorOf } from '../operation-doc.ts'
import type { Claim, Ledger, LedgerRow } from './read-ledger.ts'

/** The page of one ledger, in Markdown. */
export function ledgerPage(ledger: Ledger): string {
  const { title, policy, source, everywhere, rows, differences } = ledger
  const readings = new Map<string, number>()
  for (const { readings: texts } of [...everywhere, ...rows.flatMap(({ claims = [] }) => claims)])
    for (const text of texts) if (!readings.has(text)) readings.set(text, readings.size + 1)
  const cellsOf = claimCells(policy, readings)
  const heads = ['part', 'what is enforced', 'rule', 'whose text says so', 'read as']
  return [
    `# Fidelity: ${title}`,
    `What the mock enforces under the policy \`${policy}\`, operation by operation, and whose text says so. The text is _${source}_, by its sections; where it leaves something open, the number leads to the reading that was chosen. The last table column names what differs from the real platform.`,
    summaryOf(ledger),
    '## What differs',
    differences
      .map(
        ({ on, text }, at) =>
          `${at + 1}. ${text} (${on[0] === '*' ? 'every call' : on.map(code).join(', ')})`,
      )
      .join('\n'),
    '## Readings',
    [...readings].map(([text, at]) => `${at}. ${text}`).join('\n'),
    '## Every call',
    table(heads, everywhere.map(cellsOf)),
    '## Each operation',
    table(
      ['operation', ...heads, 'differs'],
      rows.flatMap((row) => rowCells(row, ledger, cellsOf)),
    ),
  ].join('\n\n')
}

/** How much of the API the policy offers, and how much of that its documentation says. */
export function countsOf({ rows, differences }: Ledger) {
  const operations = rows.filter(({ operation }) => operation !== 'sign_up')
  const claims = rows.flatMap(({ claims: some = [] }) => some)
  return {
    operations: operations.length,
    offered: operations.filter(({ claims: some }) => some !== undefined).length,
    claims: claims.length,
    documented: claims.filter(({ origin }) => origin === 'documented').length,
    differences: differences.length,
  }
}

function summaryOf(ledger: Ledger): string {
  const { operations, offered, claims, documented, differences } = countsOf(ledger)
  return `${offered} of ${operations} operations are offered. Of ${claims} requirements and effects, ${documented} are documented and ${claims - documented} are readings. ${differences} differences are known.`
}

type Cells = readonly string[]

const claimCells =
  (policy: string, readings: ReadonlyMap<string, number>) =>
  ({ part, text, rule, origin, sections, readings: texts }: Claim): Cells => [
    part,
    text,
    `[${rule}](../rules/${policy}.md#${ruleAnchor(rule)})`,
    sourceText(origin, sections),
    texts.map((one) => `[${readings.get(one)}](#readings)`).join(', '),
  ]

function sourceText(origin: Claim['origin'], sections: readonly string[]): string {
  const named = sections.map((section) => `“${section}”`).join(', ')
  if (origin === 'documented') return named || 'the platform’s'
  return named === '' ? 'this project’s own' : `a reading of ${named}`
}

function rowCells(
  row: LedgerRow,
  { differences, policy }: Ledger,
  cellsOf: (claim: Claim) => Cells,
) {
  const { operation, claims } = row
  const name =
    operation === 'sign_up'
      ? 'signing up'
      : `[${operation}](../who-may-call-what.md#${anchorOf(operation)})`
  const numbers = differences.flatMap(({ text }, at) =>
    row.differences.includes(text) ? [`[${at + 1}](#what-differs)`] : [],
  )
  const lines =
    claims === undefined
      ? [
          [
            '',
            'not offered: 403',
            `[not_offered](../rules/${policy}.md#not_offered)`,
            'no text tells of it',
            '',
          ],
        ]
      : claims.map(cellsOf)
  const some = lines.length === 0 ? [['', 'nothing: anyone may', '', '', '']] : lines
  return some.map((cells, at) =>
    at === 0 ? [name, ...cells, numbers.join(', ')] : ['', ...cells, ''],
  )
}

const code = (text: string) => `\`${text}\``

function table(heads: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
