import { describe, expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, definePolicy, ica } from '../../mocks/policies/index.ts'
import type { Guard } from '../../mocks/policy/policy.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { refusal } from '../support/refusal.ts'

const textOf = async (refused: Promise<unknown>) => (await refusal(refused)).message

describe('what is in use says by what', () => {
  test('a role: by users, shares and teams', async () => {
    const { as } = acmeOf(adaptive)
    const admin = as('admin')
    const remove = () => textOf(admin.roles.delete('team-lead'))
    const inUse = (uses: string) =>
      `Role team-lead is in use: ${uses}. Give those another role first.`
    expect(await remove()).toBe(inUse('1 user'))
    await admin.users.update(email('scientist'), { teams: { research: 'team-lead' } })
    expect(await remove()).toBe(inUse('2 users'))
    const bridge = as('bridge')
    const entries = (await bridge.projects.members.list('churn')).data
    const share = entries.find(({ isOwner }) => !isOwner)
    await bridge.projects.members.update('churn', share?.id ?? '', {
      roles: { project: 'team-lead' },
    })
    await admin.teams.update('legacy', { defaultRole: 'team-lead' })
    expect(await remove()).toBe(inUse('2 users, 1 share, 1 team default'))
  })

  test('a role: as the one that new members have', async () => {
    const { as } = acmeOf(adaptive, { auth: { defaultRole: 'deputy' } })
    expect(await textOf(as('admin').roles.delete('deputy'))).toBe(
      'Role deputy is in use: 1 user, the default role. Give those another role first.',
    )
  })

  test('a role that nothing has is not in use', async () => {
    const { as } = acmeOf(adaptive)
    await as('admin').roles.create({ key: 'unused', permissions: [] })
    await as('admin').roles.delete('unused')
  })

  test('a team: its own use cases are no shares', async () => {
    const { as } = acmeOf(adaptive)
    const remove = () => textOf(as('admin').teams.delete('support'))
    const inUse = (uses: string) => `Team support is in use: ${uses}. Remove those first.`
    expect(await remove()).toBe(inUse('9 members, 1 project, 1 share'))
    await as('support-lead').projects.create({ key: 'replies', name: 'Replies', team: 'support' })
    expect(await remove()).toBe(inUse('9 members, 2 projects, 1 share'))
  })

  test('a person', async () => {
    const { as } = acmeOf(ica)
    expect(await textOf(as('tenant').users.remove(email('owner')))).toBe(
      'owner@acme.test owns 1 project. Set another owner first.',
    )
  })
})

describe('a text of a policy', () => {
  const guardOf = (guard: Pick<Guard, 'when' | 'text'>): Guard => ({
    ...guard,
    rule: 'OWN-01',
    on: ['roles.list', 'users.get'],
    status: 409,
    code: 'invalid_state',
  })
  const withGuard = (when: Guard['when'], text: string) => {
    const guards = [...adaptive.guards, guardOf({ when, text })]
    return acmeOf(definePolicy({ ...adaptive, name: 'own', guards }), { scenario: acme }).as(
      'admin',
    )
  }

  test.each([
    ['{organization.name} has {organization.plan.name}.', 'Acme has enterprise.'],
    ['{settings.defaultRole} in {settings.defaultTeam}', 'read-only in default'],
    ['{user.email} {user.missing} {nothing.at.all}', 'lead@acme.test unknown unknown'],
    ['Uses {role.uses}, owns {user.owns}.', 'Uses , owns .'],
  ])('%s', async (text, filled) => {
    const admin = withGuard({ field: 'user.email', is: email('lead') }, text)
    expect(await textOf(admin.users.get(email('lead')))).toBe(filled)
  })

  test.each([
    'role.inUse',
    'team.inUse',
    'team.isDefault',
    'team.ownsProject',
    'team.onProject',
    'user.inTeam',
    'user.isSeedAdmin',
    'user.isMemberOfOrganization',
    'user.ownsProject',
    'user.ownsAny',
  ])('%s is nothing where the call names no such thing', async (field) => {
    const admin = withGuard({ field, is: true }, 'Refused.')
    expect((await admin.roles.list()).data.length).toBeGreaterThan(0)
  })

  test.each(['user.ownsProject', 'team.ownsProject', 'team.onProject'])(
    '%s is nothing where the call names no project',
    async (field) => {
      const admin = withGuard({ field, is: true }, 'Refused.')
      expect((await admin.users.get(email('lead'))).email).toBe(email('lead'))
    },
  )
})
