import { describe, expect, test } from 'vitest'
import { contract } from '../../mocks/generated/contract.ts'
import { createMock } from '../../mocks/index.ts'
import { platformOf } from '../../mocks/mock/state-of.ts'
import { differences, differencesFromAll } from '../../mocks/policies/differences.ts'
import { policies } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import { platformRule } from '../../mocks/policy/language/platform-rules.ts'
import { attemptBy, decisionOn } from '../../mocks/rule-pages/attempts.ts'
import { candidatesOf } from '../../mocks/rule-pages/candidates.ts'
import { readLedger } from '../../openapi/generator/ledger/read-ledger.ts'
import { operations } from '../../src/generated/operations.ts'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { read } from '../docs/pages.ts'

const ids = Object.keys(operations).filter(isOperation)
const ledgers = Object.values(policies).map((policy) => ({
  name: policy.name,
  policy: policy satisfies Policy as Policy,
  ledger: readLedger(policy, [...differences[policy.name], ...differencesFromAll]),
}))

/** Calls of each operation that are tried, so many that each kind of artifact is among them; and the people who try them. */
const most = { calls: 12, kinds: 60, people: 5 } as const

describe.each(ledgers)('the ledger of $name', ({ name, policy, ledger }) => {
  const platform = platformOf(createMock({ policy }))
  const stock = { policy, world: platform.world }
  const people = platform.personas
    .flatMap(({ user }) => platform.world.user(user) ?? [])
    .slice(0, most.people)
  const rowOf = (operation: string) => ledger.rows.find((row) => row.operation === operation)

  test('has a row for each operation', () => {
    expect(ledger.rows.map(({ operation }) => operation)).toEqual([...ids, 'sign_up'])
  })

  test('names every rule that a call meets, in the row of its operation', () => {
    const everywhere = ledger.everywhere.map(({ rule }) => rule)
    const missing = ids.flatMap((operation) => {
      const { claims } = rowOf(operation) ?? {}
      if (!platform.compiled.offers(operation)) return []
      const attempt = attemptBy(platform, operation)
      const met = candidatesOf(stock, operation)
        .slice(0, most.calls)
        .flatMap(({ args }) =>
          people.flatMap((actor) => {
            const { asked, refusedBy } = attempt(actor, args)
            return [...asked(), refusedBy()]
          }),
        )
      const known = [...(claims ?? []).map(({ rule }) => rule), ...everywhere, '']
      return [...new Set(met)]
        .filter((rule) => !known.includes(rule) && platformRule(rule) === undefined)
        .map((rule) => `${operation}: ${rule}`)
    })
    expect(missing).toEqual([])
  })

  test('says of the operations that are refused as not offered, and of no others, that they are', () => {
    const [admin] = people
    const refused = ids.filter((operation) => {
      if (admin === undefined || contract[operation].public) return false
      const calls = candidatesOf(stock, operation).slice(0, most.kinds)
      if (calls.length === 0) return !platform.compiled.offers(operation)
      return calls.every(
        ({ args }) =>
          decisionOn(platform, operation, { actor: admin, args }).rule === 'not_offered',
      )
    })
    const left = ids.filter((operation) => rowOf(operation)?.claims === undefined)
    expect(left).toEqual(refused)
  })

  test('has a sentence of the vendor’s for what it calls documented, and rules of the pages alone', () => {
    const rules = read(`docs/rules/${name}.md`)
    for (const { operation, claims = [] } of ledger.rows)
      for (const { rule, origin, sections, text } of claims) {
        expect(rules, `${operation} ${rule}`).toContain(`\n## ${rule}\n`)
        if (origin === 'documented')
          expect(sections, `${operation} ${rule}: ${text}`).not.toEqual([])
      }
  })

  test('names differences of operations that there are, each in a sentence', () => {
    for (const { on, text } of differences[name]) {
      expect(text).toMatch(/^[A-Z].*\.$/)
      for (const one of on)
        expect(
          ids.some(
            (id) =>
              (one.endsWith('.*') ? id.startsWith(one.slice(0, -1)) : id === one) &&
              platform.compiled.offers(id),
          ),
          one,
        ).toBe(true)
    }
  })
})
