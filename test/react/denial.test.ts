import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { type Decision, RolecallError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import {
  Denial,
  DenialHeading,
  type DenialProps,
  DenialReason,
  DenialRemedies,
  DenialRemedy,
} from 'rolecall/react'
import { expect, test } from 'vitest'

const denied = await createMock()
  .client({ as: 'lead@acme.test' })
  .can('roles.create', { key: 'admin', permissions: [] })

const html = (props: Partial<DenialProps>, ...children: ReturnType<typeof createElement>[]) =>
  renderToString(createElement(Denial, { decision: denied, ...props }, ...children)).replaceAll(
    '<!-- -->',
    '',
  )

const partsOf = (text: string) =>
  Array.from(text.matchAll(/data-part="(\w+)"/g), ([, part]) => part)

test('shows each part of a decision, in order, named by its heading', () => {
  const shown = html({})
  expect(partsOf(shown)).toEqual(
    'denial heading rule reason remedies remedy calls call who gives refusal'.split(' '),
  )
  const [, id] = /^<div role="group" aria-labelledby="([^"]+)"/.exec(shown) ?? []
  expect(shown).toContain(`<h3 id="${id}" data-part="heading">Denied: roles.create</h3>`)
})

test('takes a level of its heading, attributes, and parts of your own', () => {
  expect(html({ headingLevel: 2, className: 'box', role: 'alert' })).toMatch(
    /^<div role="alert" [^>]*class="box"><h2 /,
  )
  const shown = html(
    {},
    createElement(DenialHeading, { key: 1 }, 'You may not'),
    createElement(DenialRemedies, {
      key: 2,
      children: (remedy) =>
        createElement(DenialRemedy, { key: 3, remedy, className: 'remedy' }, 'Ask your admin'),
    }),
  )
  expect(partsOf(shown)).toEqual(['denial', 'heading', 'remedies', 'remedy'])
  expect(shown).toContain('<li data-part="remedy" class="remedy">Ask your admin</li>')
})

test('has buttons for remedies that the reader can run, or for those that you choose', () => {
  const button = /<button type="button" data-part="run" aria-label="Run users\.update\(/
  const onRun = () => {}
  expect(html({ onRun })).not.toMatch(button)
  expect(html({ onRun, canRun: ({ by }) => by.includes('admin@acme.test') })).toMatch(button)
  const alternatives = denied.alternatives.map((remedy) => ({
    ...remedy,
    calls: remedy.calls.map((call) => ({ ...call, selfService: true })),
  }))
  const own = html({ onRun, decision: { ...denied, alternatives } })
  expect(own).toMatch(button)
  expect(own).toContain('You can do this yourself.')
})

test.each([
  ['https://docs.example/rules#ad-04', true],
  ['javascript:alert(1)', false],
])('links the rule to %s: %j', (ruleUrl, isLinked) => {
  expect(html({ decision: { ...denied, ruleUrl } }).includes(`href="${ruleUrl}"`)).toBe(isLinked)
})

test('shows less of a server that says less', () => {
  const alternatives: Decision['alternatives'] = JSON.parse('[{ "calls": [] }, {}]')
  const terse = { ...denied, rule: '', ruleText: '', text: '', alternatives, final: 'Never.' }
  expect(partsOf(html({ decision: terse }))).toEqual(
    'denial heading remedies remedy calls remedy final'
      .split(' ')
      .filter((part) => part !== 'calls'),
  )
})

test('shows a call without arguments, a rule without an id, and a heading without an action', () => {
  const decision: Decision = JSON.parse(
    '{ "ruleText": "Admins do.", "alternatives": [{ "calls": [{ "operation": "b" }, {}], "gives": [{}] }] }',
  )
  const shown = html({ decision, onRun: () => {} })
  expect(shown).toContain('>Denied</h3><p data-part="rule">Admins do.</p>')
  expect(shown.match(/<code>[^<]*/g)).toEqual(['<code>b()'])
  expect(shown).not.toMatch(/undefined|<li><.li>|<button/)
})

test('refuses what is no decision, a level that is none, and parts on their own', () => {
  // @ts-expect-error -- It is no decision.
  expect(() => html({ decision: 'no' })).toThrow(
    "<Denial>'s decision must be a decision, not string",
  )
  // @ts-expect-error -- HTML has six.
  expect(() => html({ headingLevel: 7 })).toThrow(
    'headingLevel must be a number from 1 to 6, not 7',
  )
  expect(() => renderToString(createElement(DenialReason))).toThrow(RolecallError)
})
