import { describe, expect, test } from 'vitest'
import { acme as adaptiveAcme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive } from '../../mocks/policies/index.ts'
import type { MockOptions } from '../../mocks/index.ts'
import type { Client } from '../../src/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf } from '../support/outcome.ts'

const keys = Array.from({ length: 30 }, (_, index) => `team-${index}`)

/** Acme with thirty more teams: a requirement in any team has a remedy in each of them. */
const manyTeams = (options: Omit<MockOptions<typeof adaptive>, 'policy' | 'scenario'> = {}) => {
  const teams = [...adaptiveAcme.teams, ...keys.map((key) => ({ key }))]
  return acmeOf(adaptive, { ...options, scenario: { ...adaptiveAcme, teams } })
}

/** The user in this many of the teams. */
const joining = (count: number) => ({
  teams: Object.fromEntries(keys.slice(0, count).map((key) => [key, 'power_user'])),
})

describe('a decision lists ten alternatives, and says how many more there are', () => {
  const listsUsers = (client: Client) => explainedOf(client, 'users.list')

  test('the smallest first, and each team once', async () => {
    const { as } = manyTeams()
    const { email: subject } = await as('admin').users.create({ email: email('newbie') })
    const decision = await as('admin').access.evaluate({
      subject: { type: 'user', id: subject },
      action: { name: 'users.list' },
      resource: { type: 'organization', id: 'current' },
      context: { rolecall: { explain: true } },
    })
    const { alternatives = [], moreAlternatives } = decision.context ?? {}
    expect(alternatives).toHaveLength(10)
    const { data: teams } = await as('admin').teams.list({ limit: 200 })
    expect(moreAlternatives).toBe(teams.length - 10)
    const places = alternatives.map(({ missing }) => missing[0]?.requirement.in?.key)
    expect(new Set(places).size).toBe(10)
    for (const { calls } of alternatives) {
      const { mock, as: anew } = manyTeams()
      await anew('admin').users.create({ email: email('newbie') })
      for (const { operation, args, by } of calls) {
        await mock.client({ as: by[0] ?? '' }).call<string>(operation, ...args)
      }
      expect((await anew('newbie').can('users.list')).allowed).toBe(true)
    }
  })

  test('no number where all are listed', async () => {
    const decision = await listsUsers(acmeOf(adaptive).as('watcher'))
    expect(decision.alternatives.length).toBeGreaterThan(0)
    expect(decision).not.toHaveProperty('moreAlternatives')
  })

  test('alternatives of more than ten changes are left out, and final does not say that nothing helps', async () => {
    const { as } = manyTeams({ hardened: true })
    await as('admin').users.create({ email: email('newbie') })
    const ask = async (count: number) =>
      await as('lead').can('users.update', email('newbie'), joining(count))
    const few = await ask(9)
    expect(few.allowed).toBe(false)
    expect(few.alternatives.map(({ calls }) => calls.length)).toContain(10)
    const many = await ask(12)
    expect(many.alternatives.every(({ calls }) => calls.length <= 10)).toBe(true)
    expect(many.moreAlternatives).toBeGreaterThan(0)
    expect(many).not.toHaveProperty('final')
  })

  test('without explanations, no number either', async () => {
    const { as } = manyTeams({ explain: 'nothing' })
    const decision = await listsUsers(as('watcher'))
    expect(decision.alternatives).toEqual([])
    expect(decision).not.toHaveProperty('moreAlternatives')
  })
})
