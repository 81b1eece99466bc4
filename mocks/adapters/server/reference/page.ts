import { escapeHtml } from '../../../../src/core/base/escape-html.ts'
import { htmlPage } from '../../html-page.ts'
import { methods, type Operation, type ReferenceDocument } from './document.ts'
import { operationSection, type Serving } from './operation-section.ts'
import { sharedParameters } from './parameters.ts'
import { paragraphs } from './prose.ts'
import { shapeSection } from './schema-text.ts'
import { stylesheet } from './stylesheet.ts'

/** The page at `/reference`: every operation of the document, under the policy in force. */
export function referencePage(document: ReferenceDocument, serving: Serving): string {
  const { info, tags, components } = document
  const { policy, url } = serving
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      return operation ? [{ ...operation, method: method.toUpperCase(), path }] : []
    }),
  )
  const ofTag = (tag: string) => operations.filter((one) => one.tags.includes(tag))
  const title = `${info.title} API under the policy of ${policy.title}`
  return htmlPage({
    title: title,
    style: stylesheet,
    before: '<a class="skip" href="#operations">Skip to the operations</a>',
    main: `<p>Every operation at <code>${escapeHtml(url)}</code>, with the rules of policy <code>${escapeHtml(policy.name)}</code>.
The document itself is at <a href="openapi.json">openapi.json</a>; <a href="./">who can sign in</a> is on the first page.
The lines for curl run as they are. Examples are true of scenario acme, before any call.</p>
<details>
<summary>How the API works</summary>
${paragraphs(info.description)}
</details>
<nav aria-label="Operations">
${tags.map(({ name }) => links(name, ofTag(name))).join('\n')}
</nav>
<div id="operations">
${tags
  .map(
    ({ name, description }) => `<h2 id="${escapeHtml(name)}">${escapeHtml(name)}</h2>
<p>${escapeHtml(description)}</p>
${ofTag(name)
  .map((one) => operationSection(document, one, serving))
  .join('\n')}`,
  )
  .join('\n')}
</div>
<h2 id="parameters">Shared parameters</h2>
${sharedParameters(components.parameters)}
<h2 id="shapes">Shapes</h2>
${Object.entries(components.schemas)
  .map(([name, schema]) => shapeSection(name, schema))
  .join('\n')}`,
  })
}

function links(tag: string, operations: readonly Operation[]): string {
  const items = operations.map(
    ({ operationId }) =>
      `<li><a href="#${escapeHtml(operationId)}">${escapeHtml(operationId.slice(tag.length + 1))}</a></li>`,
  )
  return `<div><strong><a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a></strong><ul>${items.join('')}</ul></div>`
}
