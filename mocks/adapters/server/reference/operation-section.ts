import { escapeHtml } from '../../../../src/core/base/escape-html.ts'
import { describeOperation } from '../../../policy/index.ts'
import type { Policy } from '../../../policy/language/policy.ts'
import { isOperation } from '../../../policy/world/operations.ts'
import { anchorOf } from '../../../rule-pages/index.ts'
import { rulesPath } from '../rules/answer.ts'
import { curlOf } from './curl.ts'
import { follow, type Operation, type ReferenceDocument, type Response } from './document.ts'
import { examplesOf, type ShownExample } from './examples.ts'
import { parametersTable } from './parameters.ts'
import { block, code, inline, paragraphs, row, tableOf } from './prose.ts'
import { typeText } from './schema-text.ts'

/** What the sections need of the running mock. */
export interface Serving {
  readonly policy: Policy
  readonly url: string
  /** The token of a user; undefined if nobody of that address can sign in. */
  readonly tokenOf: (email: string) => string | undefined
}

/** An operation, with its place in the document. */
export type PlacedOperation = Operation & { readonly method: string; readonly path: string }

/** The section of an operation, under its operationId. */
export function operationSection(
  { components }: ReferenceDocument,
  operation: PlacedOperation,
  serving: Serving,
): string {
  const { operationId, summary, description, method, path, parameters = [] } = operation
  const id = escapeHtml(operationId)
  const responses = Object.fromEntries(
    Object.entries(operation.responses).flatMap(([status, one]) => {
      const response = follow(components.responses, one)
      return response ? [[status, response] as const] : []
    }),
  )
  const inlined = parameters.flatMap((one) => follow(components.parameters, one) ?? [])
  const examples = examplesOf(operation, { parameters: inlined, responses }, serving.policy.name)
  return `<section class="operation">
<h3 id="${id}"><a href="#${id}">${id}</a></h3>
<p class="call"><code><strong>${method}</strong> ${escapeHtml(path)}</code></p>
<p>${inline(summary)}.</p>
${paragraphs(description)}
<h4>Who may call it</h4>
${whoMayCall(operation, serving.policy)}
<h4>Parameters</h4>
${parametersTable(parameters, components.parameters)}
${bodyOf(operation)}
<h4>Responses</h4>
${tableOf(['Status', 'Body', 'Meaning'], Object.entries(responses).map(responseRow))}
${examples.length === 0 ? '' : '<h4>Examples</h4>'}
${examples.map((one) => exampleOf(one, operation, serving)).join('\n')}
</section>`
}

function whoMayCall({ operationId, security }: Operation, policy: Policy): string {
  if (security?.length === 0) return '<p>Anyone, without a token.</p>'
  const needs = isOperation(operationId) ? describeOperation(policy, operationId) : undefined
  if (needs === undefined) return `<p>Nobody: ${escapeHtml(policy.title)} does not offer it.</p>`
  const rows = needs.map(({ part = 'the call', text, rule, origin }) => {
    const place = `${rulesPath}/${encodeURIComponent(policy.name)}#${encodeURIComponent(anchorOf(rule))}`
    const reading = origin === 'reading' ? ' (reading)' : ''
    const cited = `<a href="${escapeHtml(place)}">${escapeHtml(rule)}</a>${reading}`
    return row(escapeHtml(part), escapeHtml(text), cited)
  })
  return tableOf(['Part of the call', 'Needs', 'Rule'], rows)
}

function bodyOf({ requestBody }: Operation): string {
  if (requestBody === undefined) return ''
  const { content, description, required } = requestBody
  const [first] = Object.values(content)
  const shape = first ? typeText(first.schema) : ''
  const types = Object.keys(content).map(code).join(' or ')
  const must = required ? 'required' : 'optional'
  return `<h4>Body</h4>
<p>${inline(description)} ${shape}, ${must}, as ${types}.</p>`
}

function responseRow([status, { description, content = {} }]: [string, Response]): string {
  const [media] = Object.values(content)
  return row(escapeHtml(status), media ? typeText(media.schema) : '', inline(description))
}

function exampleOf(
  example: ShownExample,
  { method, path }: PlacedOperation,
  { url, tokenOf }: Serving,
): string {
  const { name, summary, caller, status, answer } = example
  const token = tokenOf(caller)
  const line =
    token === undefined
      ? `<p>${escapeHtml(caller)} can't sign in here.</p>`
      : block(curlOf(example, { method, path, url, token }))
  const answers =
    answer === undefined
      ? `<p>Answers ${escapeHtml(status)}, without a body.</p>`
      : `<p>Answers ${escapeHtml(status)}:</p>\n${block(JSON.stringify(answer, undefined, 2))}`
  return `<details>
<summary>${escapeHtml(name)}</summary>
<p>${escapeHtml(summary)}.</p>
${line}
${answers}
</details>`
}
