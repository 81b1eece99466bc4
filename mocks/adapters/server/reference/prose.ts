import { escapeHtml } from '../../../../src/core/base/escape-html.ts'

/** A text of the document as HTML: its words between backticks are code. */
export const inline = (text: string): string =>
  escapeHtml(text.trim()).replaceAll(/`([^`]+)`/g, '<code>$1</code>')

/** A text as code. */
export const code = (text: string): string => `<code>${escapeHtml(text)}</code>`

/** A text of several paragraphs. */
export const paragraphs = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((one) => `<p>${inline(one)}</p>`)
    .join('\n')

/** A text over several lines, as it is. */
export const block = (text: string): string =>
  `<pre><code>${text.split('\n').map(escapeHtml).join('\n')}</code></pre>`

/** A table; nothing in it is said as such. */
export const tableOf = (heads: readonly string[], rows: readonly string[]): string =>
  rows.length === 0
    ? '<p>None.</p>'
    : `<table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`

/** A row that the first cell heads. All cells are HTML. */
export const row = (head: string, ...cells: readonly string[]): string =>
  `<tr><th scope="row">${head}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
