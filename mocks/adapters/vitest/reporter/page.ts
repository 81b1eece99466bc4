import { escapeHtml } from '../../../../src/core/base/escape-html.ts'
import type { Coverage } from '../../../coverage/coverage.ts'
import { percentOf } from '../../../coverage/totals.ts'
import { htmlPage } from '../../html-page.ts'
import { cellText, type CoverageRow, type CoverageTable, tablesOf } from './rows.ts'

const stylesheet = `
:root { --gap: #a40e26; --gap-ground: #ffebe9 }
@media (prefers-color-scheme: dark) { :root { --gap: #ff9892; --gap-ground: #3c1618 } }
h3 { margin: 2rem 0 .25rem; font-size: 1rem }
caption { padding: .5rem 0; color: var(--soft); font-size: .875rem; text-align: left }
tbody th { font-weight: 400 }
tbody td { color: var(--soft) }
tbody .id { min-width: 4.5rem; overflow-wrap: break-word }
td.count, th.count { width: 5.5rem; white-space: nowrap; font-variant-numeric: tabular-nums }
td.count { color: var(--ink) }
td.gap { color: var(--gap) }
td.gap span { padding: .0625rem .375rem; border-radius: .25rem; background: var(--gap-ground) }
ul { columns: 14rem; padding-left: 1.25rem }
summary { margin: 2rem 0 .5rem; cursor: pointer }
@media (max-width: 40rem) {
  table.rows thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  table.rows tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line) }
  table.rows tbody :is(th, td) { display: block; width: auto; padding: 0; border: 0 }
  table.rows td.count::before { content: attr(data-label) ": "; color: var(--soft) }
}
`

/** The coverage of one or several policies as a page, without external resources. */
export function pageOf(policies: readonly Coverage[]): string {
  return htmlPage({
    title: 'Policy coverage',
    style: stylesheet,
    main: `<p>Which operations, rules and requirements of the policy the tests saw allowed and denied. A dash marks
an outcome that cannot occur; it does not count.</p>
${policies.map(section).join('\n')}`,
  })
}

function section(coverage: Coverage): string {
  const { name, title } = coverage.policy
  const tables = tablesOf(coverage)
  return `<section>
<h2>${escapeHtml(title)} (${escapeHtml(name)})</h2>
${summary(tables)}
${tables.map(table).join('\n')}
${notOffered(coverage)}
</section>`
}

function summary(tables: readonly CoverageTable[]): string {
  const items = tables.map(
    ({ title, total }) => `<div><dt>${title}</dt><dd>${Math.floor(percentOf(total))} %</dd></div>`,
  )
  return `<dl>\n${items.join('\n')}\n</dl>`
}

function table({ title, columns, outcomes, rows, total }: CoverageTable): string {
  const heads = [
    ...columns.map((name) => `<th scope="col">${name}</th>`),
    ...outcomes.map((name) => `<th scope="col" class="count">${name}</th>`),
  ]
  return `<h3>${title}</h3>
<table class="rows">
<caption>${escapeHtml(total.text)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.map((row) => line(row, columns, outcomes)).join('\n')}
</tbody>
</table>`
}

function line(
  row: CoverageRow,
  [head, ...others]: CoverageTable['columns'],
  [yes, no]: CoverageTable['outcomes'],
): string {
  const about = row.about.map((text, index) => `<td${idIn(others[index])}>${escapeHtml(text)}</td>`)
  const cells = `${count(row, 'yes', yes)}${count(row, 'no', no)}`
  return `<tr><th scope="row"${idIn(head)}>${escapeHtml(row.name)}</th>${about.join('')}${cells}</tr>`
}

/** Ids of rules stay on one line. */
const idIn = (column: string | undefined): string => (column === 'Rule' ? ' class="id"' : '')

function count(row: CoverageRow, outcome: 'yes' | 'no', label: string): string {
  const text = cellText(row, outcome)
  const isGap = text === 'not seen'
  const shown = isGap ? `<span>${text}</span>` : text
  return `<td class="count${isGap ? ' gap' : ''}" data-label="${label}">${shown}</td>`
}

function notOffered({ notOffered: operations }: Coverage): string {
  if (operations.length === 0) return ''
  const items = operations.map((one) => `<li>${escapeHtml(one)}</li>`)
  return `<details>
<summary>Operations that the platform does not offer: ${operations.length}</summary>
<ul>${items.join('')}</ul>
</details>`
}
