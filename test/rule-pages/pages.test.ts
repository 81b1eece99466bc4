import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import library from '../../docs/examples/own-policy/policy.json' with { type: 'json' }
import libraryScenario from '../../docs/examples/own-policy/scenario.json' with { type: 'json' }
import { parsePolicy, parseScenario } from '../../mocks/index.ts'
import { policies } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import { rulePlaces } from '../../mocks/policy/language/rule-ids.ts'
import { anchorOf, markdownOf, rulePage } from '../../mocks/rule-pages/index.ts'
import { run } from './run-example.ts'

const builtIn = Object.values<Policy>(policies)
const own = { policy: parsePolicy(library), scenario: parseScenario(libraryScenario) }
const pages = [
  ...builtIn.map((policy) => ({
    policy,
    scenario: 'acme' as const,
    page: rulePage(policy, 'acme'),
  })),
  { ...own, page: rulePage(own.policy, own.scenario) },
]
const everyPlatform = ['membership', 'not_offered', 'no_rule', 'no_case', 'API']

describe.each(pages)('the page of $policy.name', ({ policy, scenario, page }) => {
  test('has every rule that a decision may cite', () => {
    const named = new Set([...rulePlaces(policy).map(({ id }) => id), ...everyPlatform])
    const there = new Set(page.rules.map(({ id }) => id))
    expect([...named].filter((id) => !there.has(id))).toEqual([])
  })

  test('states each in a sentence', () => {
    expect(page.rules.filter(({ text }) => !text.endsWith('.'))).toEqual([])
  })

  test.each(page.rules.flatMap(({ id, allowed }) => (allowed ? [{ id, allowed }] : [])))(
    '$id: the allowed example is',
    async ({ allowed }) => {
      expect(await run({ policy, scenario }, allowed)).toMatchObject({ isAllowed: true })
    },
  )

  test.each(page.rules.flatMap(({ id, denied }) => (denied ? [{ id, denied }] : [])))(
    '$id: the denied example is, with the same text',
    async ({ denied }) => {
      const { code, text, rule, status } = denied.refused ?? {}
      const told = await run({ policy, scenario }, denied)
      expect(told).toMatchObject({ isAllowed: false, code, detail: text })
      if (status === 403) expect(told.rule).toBe(rule)
    },
  )
})

/** Rules that no call in scenario acme shows denied, and why. */
const neverDenied: Readonly<Record<string, readonly string[]>> = {
  // Every member may.
  adaptive: ['AD-16'],
  // A thousand projects.
  bigml: ['BG-14'],
  // Every member may; two seats are free; only administrators, who hold everything, hand anything out.
  peltarion: ['PE-01', 'PE-03', 'AD-17'],
}

test.each(builtIn.map((policy) => policy.name))('every rule of %s has its examples', (name) => {
  const { page } = pages.find(({ policy }) => policy.name === name) ?? {}
  const without = (page?.rules ?? []).filter(({ origin, allowed, denied }) =>
    origin === 'platform' ? false : allowed === undefined || denied === undefined,
  )
  expect(without.map(({ id }) => id)).toEqual(neverDenied[name] ?? [])
})

describe('docs/rules', () => {
  test.each(builtIn.map((policy) => policy.name))('%s.md has an anchor for each rule', (name) => {
    const headings = headingsOf(`docs/rules/${name}.md`)
    const { page } = pages.find(({ policy }) => policy.name === name) ?? {}
    expect(headings).toEqual(page?.rules.map(({ id }) => anchorOf(id)))
  })

  test('has an anchor for each link of the page of who may call what', () => {
    const text = readFileSync('docs/who-may-call-what.md', 'utf8')
    const links = [...text.matchAll(/\]\(rules\/(\w+)\.md#([\w-]+)\)/g)]
    expect(links.length).toBeGreaterThan(200)
    const dead = links.filter(
      ([, name, anchor = '']) => !headingsOf(`docs/rules/${name}.md`).includes(anchor),
    )
    expect(dead).toEqual([])
  })
})

const headings = new Map<string, readonly string[]>()

function headingsOf(file: string): readonly string[] {
  const known = headings.get(file)
  if (known) return known
  const found = [...readFileSync(file, 'utf8').matchAll(/^## (.+)$/gm)]
  const anchors = found.map(([, heading = '']) => heading.replaceAll('\\', '').toLowerCase())
  headings.set(file, anchors)
  return anchors
}

test('signs of Markdown in a text mean nothing', () => {
  const text = 'A *star*, a |bar|, [a](link), <b> and `code`.'
  const rulebook = { 'LB-05': { text, origin: 'documented' } } as const
  const page = rulePage({ ...own.policy, rulebook }, own.scenario)
  const markdown = markdownOf(page, () => undefined)
  expect(markdown).toContain('**A \\*star\\*, a |bar|, \\[a\\](link), \\<b> and \\`code\\`.**')
})
