import { expect, test } from 'vitest'
import { acme } from '../../support/acme.ts'
import { denial } from '../../support/refusal.ts'

test.each(['admin', 'platform', 'deputy'])(
  'AD-05 %s, who holds admin:manage_teams in team admin, creates and deletes teams',
  async (name) => {
    const { teams } = acme().as(name)
    expect(await teams.create({ key: 'sales' })).toMatchObject({ key: 'sales', builtIn: false })
    expect(await teams.update('sales', { defaultRole: 'annotator' })).toMatchObject({
      defaultRole: 'annotator',
    })
    await teams.delete('sales')
  },
)

test.each(['lead', 'support-platform', 'two-hats', 'role-keeper', 'newcomer'])(
  'AD-05 %s, who does not hold it there, does not',
  async (name) => {
    const { teams } = acme().as(name)
    for (const call of [
      () => teams.create({ key: 'sales' }),
      () => teams.update('research', { defaultRole: 'annotator' }),
      () => teams.delete('legacy'),
    ]) {
      expect(await denial(call())).toMatchObject({ rule: 'AD-05' })
    }
  },
)

test('AD-05 held in any team, it lists and gets all teams', async () => {
  const { teams } = acme().as('support-platform')
  const { data } = await teams.list()
  expect(data.map(({ key }) => key)).toEqual(['admin', 'default', 'research', 'support', 'legacy'])
  expect(await teams.get('legacy')).toMatchObject({ key: 'legacy' })
})

test('AD-05 team:read shows a member their own teams by teams.get, and lists none', async () => {
  const { teams } = acme().as('scientist')
  expect(await teams.get('research')).toMatchObject({ key: 'research' })
  expect(await denial(teams.get('support'))).toMatchObject({ rule: 'AD-05' })
  expect(await denial(teams.list())).toMatchObject({ rule: 'AD-05' })
})

test('AD-05 reading: a team’s name is also changed with team:update held in it', async () => {
  const { as } = acme()
  expect(await as('lead').teams.update('research', { name: 'Science' })).toMatchObject({
    name: 'Science',
  })
  expect(await denial(as('lead').teams.update('support', { name: 'Help' }))).toMatchObject({
    rule: 'AD-05',
  })
  expect(await denial(as('scientist').teams.update('research', { name: 'Us' }))).toMatchObject({
    rule: 'AD-05',
  })
})

test('AD-05 every key of an update must be allowed: all or nothing', async () => {
  const { as } = acme()
  await denial(as('lead').teams.update('research', { name: 'Science', defaultRole: 'annotator' }))
  expect(await as('lead').teams.get('research')).toMatchObject({ name: 'Research' })
})
