import { describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { policies } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import { rulePlaces } from '../../mocks/policy/language/rule-ids.ts'

const rulesOf: Readonly<Record<string, readonly [prefix: string, count: number]>> = {
  adaptive: ['AD', 17],
  superannotate: ['SA', 12],
  peltarion: ['PE', 11],
  ica: ['IC', 11],
  bigml: ['BG', 14],
}

describe.each(Object.values<Policy>(policies))('the rulebook of $name', (policy) => {
  const { rulebook = {} } = policy

  test('has every rule that the policy names', () => {
    const named = new Set(rulePlaces(policy).map(({ id }) => id))
    expect([...named].filter((id) => !Object.hasOwn(rulebook, id))).toEqual([])
  })

  test('has all rules of the platform, in order', () => {
    const [prefix = '', count = 0] = rulesOf[policy.name] ?? []
    const own = Object.keys(rulebook).filter((id) => id.startsWith(prefix))
    const numbered = Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'))
    expect(own).toEqual(numbered.map((number) => `${prefix}-${number}`))
  })

  test('quotes what a documented rule says', () => {
    const documented = Object.entries(rulebook).filter(([, { origin }]) => origin === 'documented')
    expect(documented.filter(([, { quotes = [] }]) => quotes.length === 0)).toEqual([])
  })
})

describe('a decision cites', () => {
  const mock = createMock()
  const admin = mock.client({ as: 'admin@acme.test' })

  test('a guard, in the words of the rulebook', async () => {
    const decision = await admin.can('roles.delete', 'annotator')
    expect(decision).toMatchObject({
      rule: 'AD-12',
      status: 409,
      ruleText: policies.adaptive.rulebook['AD-12']?.text,
      ruleSource: { origin: 'reading', title: policies.adaptive.source },
    })
  })

  test('an invariant', async () => {
    const owner = createMock({ policy: 'peltarion', scenario: 'empty' }).client({
      as: 'admin@acme.test',
    })
    const decision = await owner.can('users.remove', 'admin@acme.test')
    expect(decision).toMatchObject({ rule: 'PE-10', ruleSource: { origin: 'reading' } })
    expect(decision.ruleText).toContain('last administrator')
  })

  test('the address of the documentation, if the rulebook has one', async () => {
    const url = 'https://docs.example/roles'
    const entry = {
      text: 'Defaults stay.',
      origin: 'documented',
      quotes: [{ text: 'Stay.', url }],
    } as const
    const rulebook = { ...policies.adaptive.rulebook, 'AD-12': entry }
    const own = createMock({ policy: { ...policies.adaptive, rulebook }, scenario: mock.scenario })
    const decision = await own.client({ as: 'admin@acme.test' }).can('roles.delete', 'annotator')
    expect(decision.ruleSource).toEqual({
      origin: 'documented',
      title: policies.adaptive.source,
      url,
    })
  })

  test.each([
    ['membership', 'removed from the organization', 'gone@acme.test'],
    ['API', 'not found', 'admin@acme.test'],
  ])('%s, a rule of every platform', async (rule, _, email) => {
    const fork = mock.fork()
    const boss = fork.client({ as: 'admin@acme.test' })
    await boss.users.create({ email: 'gone@acme.test' })
    const asker = fork.client({ as: email })
    if (rule === 'membership') await boss.users.remove('gone@acme.test')
    const decision = await asker.can('teams.get', 'nowhere')
    expect(decision).toMatchObject({ rule, ruleSource: { origin: 'platform', title: 'Rolecall' } })
    expect(decision.ruleText).toMatch(/\.$/)
  })
})
