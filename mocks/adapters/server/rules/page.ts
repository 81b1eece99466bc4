import { escapeHtml } from '../../../../src/core/base/escape-html.ts'
import {
  anchorOf,
  type Example,
  type RuleOnPage,
  type RulePage,
  words,
} from '../../../rule-pages/index.ts'
import { htmlPage } from '../../html-page.ts'
import { stylesheet } from './stylesheet.ts'

/** The page at `/rules/<policy>`: every rule, below a heading with its anchor. */
export function rulesPage(page: RulePage, url: string): string {
  const { title, policy, source, scenario, rules } = page
  return htmlPage({
    title: `Rules of ${title}`,
    style: stylesheet,
    main: `<p>The policy <code>${escapeHtml(policy)}</code> enforces these rules, from <cite>${escapeHtml(source)}</cite>.
The examples are calls in scenario ${escapeHtml(scenario)}, before any other call.
<a href="${escapeHtml(url)}/reference">The reference</a> has every operation.</p>
<nav aria-label="Rules"><ul>
${rules.map(({ id }) => `<li><a href="#${escapeHtml(encodeURIComponent(anchorOf(id)))}">${escapeHtml(id)}</a></li>`).join('\n')}
</ul></nav>
${rules.map((rule) => section(rule, page)).join('\n')}`,
  })
}

function section(rule: RuleOnPage, page: RulePage): string {
  const { id, text, more, readings, asks, refusals, allowed, denied } = rule
  const anchor = escapeHtml(anchorOf(id))
  return `<section aria-labelledby="${anchor}">
<h2 id="${anchor}">${escapeHtml(id)}</h2>
${paragraph(text === '' ? '' : `<strong>${escapeHtml(text)}</strong>`)}
${paragraph(escapeHtml([words.originText(rule, page), more ?? ''].join(' ').trim()))}
${rule.quotes.map(quote).join('\n')}
${list('Read as', readings)}
${table(
  'Asked by',
  ['call', 'part of the call', 'needs'],
  words.callsIn(asks).map((one) => [one.call, one.parts.join(', '), words.needsText(one)]),
)}
${table(
  'Asked about',
  ['action that is no call', 'needs'],
  words.actionsIn(asks).map((one) => [one.call, words.needsText(one)]),
)}
${table(
  'Refuses',
  ['what', 'because of', 'answer', 'says'],
  refusals.map((one) => [
    words.refusedText(one),
    words.causeText(one),
    `${one.status} ${one.code}`,
    one.text,
  ]),
)}
<h3>Allowed</h3>
${allowed ? example(allowed) : paragraph(escapeHtml(words.noneText('allowed', page)))}
<h3>Denied</h3>
${denied ? example(denied) + denial(rule, denied) : paragraph(escapeHtml(words.noneText('denied', page)))}
</section>`
}

function example(one: Example): string {
  return `<p>${escapeHtml(words.callerText(one))} calls</p>
<pre><code>${escapeHtml(words.exampleText(one))}</code></pre>
${paragraph(escapeHtml(words.whenText(one)))}`
}

function denial(rule: RuleOnPage, one: Example): string {
  if (one.refused === undefined) return ''
  const { status, code, text, calls, final } = one.refused
  return `<p>${status} <code>${escapeHtml(code)}</code>: ${escapeHtml(text)} ${escapeHtml(words.citedText(rule, one))}</p>
${calls.map((call) => `<p>What would allow it: <code>${escapeHtml(call.text)}</code> by ${escapeHtml(call.by)}.</p>`).join('\n')}
${paragraph(escapeHtml(final ?? ''))}`
}

function quote(one: RuleOnPage['quotes'][number]): string {
  const { section: name = 'The documentation', url } = one
  const source =
    url === undefined ? escapeHtml(name) : `<a href="${escapeHtml(url)}">${escapeHtml(name)}</a>`
  return `<blockquote><p>“${escapeHtml(words.quoteText(one))}”</p><footer>${source}</footer></blockquote>`
}

const paragraph = (html: string): string => (html === '' ? '' : `<p>${html}</p>`)

const list = (heading: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<h3>${heading}</h3>
<ul>
${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}
</ul>`

function table(
  heading: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return ''
  const cells = ([first = '', ...rest]: readonly string[]) =>
    `<tr><th scope="row">${escapeHtml(first)}</th>${rest.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
  return `<h3>${heading}</h3>
<table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(cells).join('\n')}
</tbody>
</table>`
}
