import { expect, test } from 'vitest'
import { email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'
import { team } from '../../support/superannotate.ts'

test('SA-01 the owner changes the team’s name and description', async () => {
  const { owner } = team()
  expect(await owner.organization.update({ name: 'Acme Vision' })).toMatchObject({
    name: 'Acme Vision',
  })
  const { description } = await owner.organization.update({ description: null })
  expect(description).toBeUndefined()
})

test.each(['granted', 'plain', 'project-admin', 'annotator', 'newcomer'])(
  'SA-01 %s does not',
  async (name) => {
    const { organization } = team().as(name)
    expect(await denial(organization.update({ name: 'Mine' }))).toMatchObject({ rule: 'SA-01' })
    expect(await denial(organization.update({ description: 'Mine' }))).toMatchObject({
      rule: 'SA-01',
    })
  },
)

test('SA-01 no change gives the right to it, and the denial says so', async () => {
  const decision = await denial(team().as('plain').organization.update({ name: 'Mine' }))
  expect(decision.alternatives).toEqual([])
  expect(decision.final).toBeTypeOf('string')
})

test('SA-01 reading: every active member sees the team, its roles and the policy', async () => {
  const newcomer = team().as('newcomer')
  expect(await newcomer.organization.get()).toMatchObject({ name: 'Acme' })
  expect((await newcomer.roles.list()).data.map(({ key }) => key)).toEqual([
    'owner',
    'admin',
    'contributor',
    'project_admin',
    'project_contributor',
  ])
  expect((await newcomer.permissions.list()).data.length).toBeGreaterThan(0)
  expect(await newcomer.policy.get()).toMatchObject({ name: 'superannotate' })
  expect((await newcomer.policy.matrix()).policy).toBe('superannotate')
})

test('an operation that the platform lacks is not offered to anyone', async () => {
  const { owner } = team()
  for (const call of [
    () => owner.roles.create({ key: 'mine', permissions: [] }),
    () => owner.roles.update('admin', { name: 'Boss' }),
    () => owner.roles.delete('admin'),
    () => owner.teams.list(),
    () => owner.teams.create({ key: 'mine' }),
    () => owner.users.create({ email: email('new') }),
    () => owner.organization.updatePlan({ features: [] }),
    () => owner.organization.transferOwnership({ to: email('plain') }),
    () => owner.organization.delete(),
    () => owner.projects.transferOwnership('receipts', { to: email('plain') }),
    () => owner.users.update(email('plain'), { teams: {} }),
  ]) {
    expect(await denial(call())).toMatchObject({ code: 'operation_not_offered' })
  }
})
