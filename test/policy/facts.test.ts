import { describe, expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, definePolicy, ica } from '../../mocks/policies/index.ts'
import type { Guard } from '../../mocks/policy/language/policy.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { refusal } from '../support/refusal.ts'

const textOf = async (refused: Promise<unknown>) => (await refusal(refused)).message

describe('a resource in use says by what', () => {
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

  test('a role: as the default of new members', async () => {
    const { as } = acmeOf(adaptive, { auth: { defaultRole: 'deputy' } })
    expect(await textOf(as('admin').roles.delete('deputy'))).toBe(
      'Role deputy is in use: 1 user, the default role. Give those another role first.',
    )
  })

  test('an unused role is not in use', async () => {
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
    on: ['users.get'],
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
    ['{actor.email} of {user.email}', 'admin@acme.test of lead@acme.test'],
    ['{user.role} {user.teams.nowhere}', 'unknown unknown'],
    [
      'Owns {user.owns}, beside {settings.admins}.',
      'Owns , beside admin@acme.test, founder@acme.test.',
    ],
  ])('%s', async (text, filled) => {
    const admin = withGuard({ field: 'user.email', is: email('lead') }, text)
    expect(await textOf(admin.users.get(email('lead')))).toBe(filled)
  })

  test.each([
    ['role.inUse', 'users.get names no role'],
    ['team.inUse', 'users.get names no team'],
    ['team.isDefault', 'users.get names no team'],
    ['user.inTeam', 'users.get names no team'],
    ['user.roleInTeam', 'users.get names no team'],
    ['actor.inTeam', 'users.get names no team'],
    ['user.ownsProject', 'users.get names no project'],
    ['team.ownsProject', 'users.get names no team'],
    ['input.name', 'users.get takes no body or query'],
  ] as const)('%s is no field of a call that names no such resource', (field, why) => {
    expect(() => withGuard({ field, is: null }, 'Refused.')).toThrow(
      `"${field}" is not bound in a guard on users.get: ${why}.`,
    )
  })
})
