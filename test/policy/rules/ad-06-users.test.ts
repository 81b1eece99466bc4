import { describe, expect, test } from 'vitest'
import { acme, scenario } from '../../support/acme.ts'
import { email } from '../../support/acme-of.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { denial, refusal } from '../../support/refusal.ts'

describe('AD-06 through team admin', () => {
  test.each(['admin', 'platform', 'deputy'])('%s does everything about any user', async (name) => {
    const { users } = acme().as(name)
    await users.create({ email: email('new'), teams: { legacy: 'read-only' } })
    const moved = await users.update(email('new'), {
      name: 'New',
      teams: { research: 'annotator', legacy: null },
    })
    expect(moved).toMatchObject({ name: 'New', teams: { research: 'annotator' } })
    await users.remove(email('new'))
  })

  test.each(['role-keeper', 'two-hats'])(
    '%s lacks the permission there and does not',
    async (name) => {
      const { users } = acme().as(name)
      for (const call of [
        () => users.create({ email: email('new') }),
        () => users.update(email('watcher'), { name: 'Renamed' }),
        () => users.remove(email('watcher')),
      ]) {
        expect(await denial(call())).toMatchObject({ rule: 'AD-06' })
      }
    },
  )
})

describe("AD-06 held in another team, it manages that team's members", () => {
  test('their role there', async () => {
    const { users } = acme().as('lead')
    const changed = await users.update(email('analyst'), { teams: { research: 'annotator' } })
    expect(changed.teams).toEqual({ research: 'annotator' })
  })

  test('reading: the end of their membership there', async () => {
    const { users } = acme().as('lead')
    const changed = await users.update(email('agent'), { teams: { research: null } })
    expect(changed.teams).toEqual({ support: 'inference' })
  })

  test.each([
    ['a role in another team', { teams: { support: 'annotator' } }],
    ['the end of a membership in another team', { teams: { support: null } }],
    ['the name', { name: 'Renamed' }],
    ['their own team and another at once', { teams: { research: 'annotator', support: null } }],
  ])('and not %s', async (_, change) => {
    const { as } = acme()
    expect(await denial(as('lead').users.update(email('agent'), change))).toMatchObject({
      rule: 'AD-06',
    })
    expect(await as('lead').users.get(email('agent'))).toMatchObject({
      name: 'Support Agent',
      teams: { support: 'inference', research: 'read-only' },
    })
  })

  test('nor creating or removing users', async () => {
    const { users } = acme().as('lead')
    expect(await denial(users.create({ email: email('new') }))).toMatchObject({ rule: 'AD-06' })
    expect(await denial(users.remove(email('analyst')))).toMatchObject({ rule: 'AD-06' })
  })
})

test('AD-06 without it, a user manages nobody, even in their own team', async () => {
  const { users } = acme().as('scientist')
  const change = { teams: { research: 'annotator' } }
  expect(await denial(users.update(email('analyst'), change))).toMatchObject({ rule: 'AD-06' })
})

test('AD-06 held in any team, it lists all users', async () => {
  const { as } = acme()
  expect((await as('support-platform').users.list({ limit: 200 })).data).toHaveLength(
    scenario.users.length,
  )
  expect(await denial(as('scientist').users.list())).toMatchObject({ rule: 'AD-06' })
})

test('AD-06 reading: users who may list users see the audit of all calls', async () => {
  const { as } = acme()
  await denial(as('scientist').users.list())
  const { data } = await as('support-platform').audit.list({ operation: 'users.list' })
  expect(data).toMatchObject([
    { email: email('scientist'), operation: 'users.list', allowed: false, rule: 'AD-06' },
  ])
  expect(await denial(as('scientist').audit.list())).toMatchObject({ rule: 'AD-06' })
})

test('AD-06 users who may list users get each one, and everyone sees themselves', async () => {
  const { as } = acme()
  expect(await as('lead').users.get(email('watcher'))).toMatchObject({ email: email('watcher') })
  expect(await as('newcomer').users.get(email('newcomer'))).toMatchObject({ teams: {} })
  expect(await as('newcomer').users.me()).toMatchObject({ email: email('newcomer') })
  expect(await denial(as('scientist').users.get(email('watcher')))).toMatchObject({ rule: 'AD-06' })
})

test('AD-06 asking about others needs the right to list users; about oneself nothing', async () => {
  const { as } = acme()
  const about = (id: string) => ({
    subject: { type: 'user', id },
    action: { name: 'use_case:read' },
    resource: { type: 'project', id: 'churn' },
  })
  expect(await as('lead').access.evaluate(about(email('watcher')))).toEqual({ decision: true })
  expect(await as('watcher').access.evaluate(about('me'))).toEqual({ decision: true })
  expect(await denial(as('watcher').access.evaluate(about(email('lead'))))).toMatchObject({
    rule: 'AD-06',
  })
})

test('AD-06 without a user or a team the answer is the one for all, if there is one', async () => {
  const { as } = acme()
  // Everyone sees themselves; without the right to manage users, nobody else.
  expect(await outcomeOf(as('newcomer'), 'users.get')).toBe('depends')
  expect(await outcomeOf(as('lead'), 'users.get')).toBe('yes')
  expect(await outcomeOf(as('lead'), 'users.update.teams.set')).toBe('depends')
  expect(await outcomeOf(as('scientist'), 'users.update.teams.set')).toBe('no')
})

test("AD-06 a missing team is named as unknown to the manager of a team's members", async () => {
  const call = acme()
    .as('lead')
    .users.update(email('analyst'), { teams: { sales: 'read-only' } })
  expect(await refusal(call)).toMatchObject({ status: 422, code: 'unknown_reference' })
})
