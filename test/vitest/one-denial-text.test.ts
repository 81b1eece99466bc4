import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { callText, type Decision, denialText, PermissionDeniedError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { render } from 'rolecall/notebook'
import { Denial } from 'rolecall/react'
import { describe, expect, test } from 'vitest'
import 'rolecall/mocks/vitest'
import { runCli } from '../cli/run-cli.ts'

const denials = [
  ['adaptive', 'lead@acme.test', 'roles.create', { key: 'auditor', permissions: [] }],
  ['adaptive', 'scientist@acme.test', 'users.list'],
  ['adaptive', 'lead@acme.test', 'organization.delete'],
  ['adaptive', 'lead@acme.test', 'roles.create', { key: 'admin', permissions: [] }],
  ['superannotate', 'paused@acme.test', 'projects.create', { key: 'churn' }],
  ['superannotate', 'granted@acme.test', 'organization.update', { name: 'New' }],
  ['peltarion', 'scientist@acme.test', 'organization.update', { name: 'New' }],
  ['ica', 'partner@clinic.test', 'projects.get', 'genomes'],
  ['bigml', 'scientist@acme.test', 'organization.update', { name: 'New' }],
] as const

const flat = (text: string) => text.replaceAll(/\s+/g, ' ')
const unescaped = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The sentences that every place has to show. */
function sentencesOf({ ruleText, text, final, alternatives }: Decision): readonly string[] {
  const remedies = alternatives.flatMap(({ calls, gives, refusal }) => [
    ...calls.map(callText),
    ...gives.map((gain) => gain.text),
    refusal?.text,
  ])
  return [ruleText, text, final, ...remedies].flatMap((one) => one ?? [])
}

/** Who can make the calls. */
const asksOf = (decision: Decision) => flat(denialText(decision)).match(/(Ask|You can do) \S+@?/g)

describe.each(denials)('%s: %s, %s', async (policy, as, operation, ...args) => {
  const mock = createMock({ policy })
  const client = mock.client({ as })
  const error: unknown = await client
    .call<string>(operation, ...args)
    .catch((thrown: unknown) => thrown)
  if (!(error instanceof PermissionDeniedError && error.decision)) throw new Error(String(error))
  const { decision } = error
  const written = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg)))
  const cli = await runCli(['can', '--policy', policy, '--as', as, operation, ...written])
  const matched = () => {
    try {
      expect(decision).toBeAllowed()
    } catch (thrown) {
      return String(thrown)
    }
    return ''
  }

  const places = {
    'error.explain()': error.explain(),
    denialText: denialText(decision),
    'rolecall can': cli.out,
    'the matchers': matched(),
    'a notebook': render(error)['text/plain'],
    'a notebook in HTML': unescaped(render(error)['text/html']),
    '<Denial>': unescaped(
      renderToString(createElement(Denial, { decision })).replaceAll('<!-- -->', ''),
    ),
  }

  test.each(Object.entries(places))('%s has every sentence', (_, shown) => {
    for (const sentence of sentencesOf(decision)) expect(flat(shown)).toContain(flat(sentence))
    for (const ask of asksOf(decision) ?? []) expect(flat(shown)).toContain(ask)
    expect(shown).not.toMatch(/have\s+\{/)
  })

  test('its message is one line with the rule, the reason and the first remedy', () => {
    const { message } = error
    expect(message).not.toContain('\n')
    const [first] = decision.alternatives
    for (const part of [decision.rule, decision.text, ...(first?.calls.map(callText) ?? [])])
      expect(message).toContain(part)
    if (first) expect(message).toContain('Would allow it: ')
  })
})
