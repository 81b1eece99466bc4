import { describe, expect, test } from 'vitest'
import { acme } from '../../support/acme.ts'
import { email } from '../../support/acme-of.ts'
import { refusal } from '../../support/refusal.ts'

const builtIn = { status: 409, code: 'built_in' }
const inUse = { status: 409, code: 'in_use' }

describe('AD-12 reading: never changed, renamed or deleted', () => {
  test.each(['admin', 'platform_admin', 'power_user', 'read-only', 'inference', 'annotator'])(
    'role %s',
    async (role) => {
      const { roles } = acme().as('admin')
      expect(await refusal(roles.update(role, { permissions: [] }))).toMatchObject(builtIn)
      expect(await refusal(roles.update(role, { name: 'Mine' }))).toMatchObject(builtIn)
      expect(await refusal(roles.delete(role))).toMatchObject(builtIn)
    },
  )

  test.each(['admin', 'default'])('team %s', async (team) => {
    const { teams } = acme().as('admin')
    expect(await refusal(teams.update(team, { name: 'Mine' }))).toMatchObject(builtIn)
    expect(await refusal(teams.update(team, { defaultRole: 'admin' }))).toMatchObject(builtIn)
    expect(await refusal(teams.delete(team))).toMatchObject(builtIn)
  })

  test('the default team of the deployment', async () => {
    const { teams } = acme({ auth: { defaultTeam: 'legacy' } }).as('admin')
    expect(await refusal(teams.update('legacy', { name: 'Mine' }))).toMatchObject(builtIn)
    expect(await teams.update('default', { name: 'Was default' })).toMatchObject({
      name: 'Was default',
    })
  })
})

describe('AD-12 reading: never deleted while in use', () => {
  test('a role with holders', async () => {
    const { roles, users } = acme().as('admin')
    expect(await refusal(roles.delete('role-manager'))).toMatchObject(inUse)
    await users.update(email('role-keeper'), { teams: { admin: 'annotator' } })
    await roles.delete('role-manager')
  })

  test('a role that is a team’s default, or a share’s', async () => {
    const { as } = acme()
    const { roles, teams, users } = as('admin')
    await roles.create({ key: 'reviewer', permissions: ['use_case:read'] })
    await teams.update('legacy', { defaultRole: 'reviewer' })
    expect(await refusal(roles.delete('reviewer'))).toMatchObject(inUse)
    await teams.update('legacy', { defaultRole: null })
    await users.update(email('lead'), { teams: { legacy: 'read-only' } })
    const share = await as('lead').projects.members.add('churn', {
      subject: { type: 'team', id: 'legacy' },
      roles: { project: 'reviewer' },
    })
    expect(await refusal(roles.delete('reviewer'))).toMatchObject(inUse)
    await as('lead').projects.members.remove('churn', share.id)
    await roles.delete('reviewer')
  })

  test('a team with members, use cases or shares', async () => {
    const { as } = acme()
    const { teams, users } = as('admin')
    expect(await refusal(teams.delete('legacy'))).toMatchObject(inUse)
    await as('archivist').projects.delete('archive')
    expect(await refusal(teams.delete('legacy'))).toMatchObject(inUse)
    await users.update(email('archivist'), { teams: { legacy: null } })
    await users.update(email('reviewer'), { teams: { legacy: null } })
    await teams.delete('legacy')
  })
})

test('AD-12 a custom role and another team are changed freely', async () => {
  const { roles, teams } = acme().as('admin')
  expect(await roles.update('deputy', { name: 'Vice' })).toMatchObject({ name: 'Vice' })
  expect(await teams.update('legacy', { name: 'Old' })).toMatchObject({ name: 'Old' })
})
