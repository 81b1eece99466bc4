import { alignColumns } from '../core/base/align-columns.ts'
import { escapeHtml } from '../core/base/escape-html.ts'
import { printable } from '../core/base/printable.ts'

/** A table, with its title. */
export interface Table {
  readonly title?: string | undefined
  /** Names of the columns. Without them, the first column names the rows. */
  readonly columns?: readonly string[] | undefined
  readonly rows: readonly (readonly string[])[]
}

/** The tables as HTML, one below the other. Everything in them is escaped. */
export function toHtml(tables: readonly Table[]): string {
  return tables
    .map(({ title, columns, rows }) => {
      const caption = title ? `<caption style="text-align:left">${escapeHtml(title)}</caption>` : ''
      const head = columns ? `<thead>${row(columns.map((name) => cell('th', name)))}</thead>` : ''
      const body = rows.map((texts) =>
        row(texts.map((text, index) => cell(columns || index > 0 ? 'td' : 'th', text))),
      )
      return `<table>${caption}${head}<tbody>${body.join('')}</tbody></table>`
    })
    .join('')
}

const row = (cells: readonly string[]) => `<tr>${cells.join('')}</tr>`
const cell = (tag: 'td' | 'th', text: string) =>
  `<${tag} style="text-align:left">${escapeHtml(text)}</${tag}>`

/** The tables as text with aligned columns. */
export function toText(tables: readonly Table[]): string {
  return tables
    .map(({ title, columns, rows }) => {
      const lines = alignColumns(columns ? [columns, ...rows] : rows)
      return [...(title ? [printable(title)] : []), ...lines].join('\n')
    })
    .join('\n\n')
}
