import { escapeHtml } from '../../../../src/core/base/escape-html.ts'
import type { Policy } from '../../../policy/language/policy.ts'
import { htmlPage } from '../../html-page.ts'
import { stylesheet } from './stylesheet.ts'

/** The page at `/rules`. */
export function indexPage({ name, title, source, description }: Policy, url: string): string {
  const href = escapeHtml(`${url}/rules/${encodeURIComponent(name)}`)
  return htmlPage({
    title: `Rules of ${title}`,
    style: stylesheet,
    main: `<p>${escapeHtml(description)}</p>
<p>The policy in force is <code>${escapeHtml(name)}</code>, from <cite>${escapeHtml(source)}</cite>.
<a href="${href}">Its rules</a> have the words of that documentation, the calls that ask them, and examples.
<a href="${escapeHtml(url)}/plain">Another page</a> lists who can sign in.</p>`,
  })
}
