import { expect, test } from 'vitest'
import { acme, scenario } from '../../support/acme.ts'
import { denial } from '../../support/refusal.ts'

const reviewer = { key: 'reviewer', permissions: ['use_case:read'] }

test.each(['admin', 'platform', 'deputy', 'role-keeper'])(
  'AD-04 %s, who holds admin:manage_roles in team admin, creates, changes and deletes roles',
  async (name) => {
    const { roles } = acme().as(name)
    expect(await roles.create(reviewer)).toMatchObject({ ...reviewer, builtIn: false })
    const changed = await roles.update('reviewer', { permissions: ['use_case:update'] })
    expect(changed.permissions).toEqual(['use_case:update'])
    await roles.delete('reviewer')
  },
)

test.each(['lead', 'support-platform', 'two-hats', 'newcomer'])(
  'AD-04 %s, who does not hold it there, does not',
  async (name) => {
    const { roles } = acme().as(name)
    for (const call of [
      () => roles.create(reviewer),
      () => roles.update('role-manager', { name: 'Mine' }),
      () => roles.delete('role-manager'),
    ]) {
      expect(await denial(call())).toMatchObject({ rule: 'AD-04' })
    }
  },
)

test.each(['lead', 'support-platform'])(
  'AD-04 held in any team, it lists all roles: %s',
  async (name) => {
    const { data } = await acme().as(name).roles.list()
    expect(data).toHaveLength(6 + scenario.roles.length)
    expect(await acme().as(name).roles.get('deputy')).toMatchObject({ key: 'deputy' })
  },
)

test('AD-04 without it, listing is denied and not empty', async () => {
  const { roles } = acme().as('scientist')
  expect(await denial(roles.list())).toMatchObject({ rule: 'AD-04' })
  expect(await denial(roles.get('deputy'))).toMatchObject({ rule: 'AD-04' })
})

test('AD-04 the denial lists the requirement, the present rights, and the remedies', async () => {
  const decision = await denial(acme().as('lead').roles.create(reviewer))
  expect(decision).toMatchObject({
    allowed: false,
    outcome: 'no',
    policy: 'adaptive',
    action: 'roles.create',
    rule: 'AD-04',
    status: 403,
    code: 'permission_denied',
    text: 'roles.create needs “Manage roles” (admin:manage_roles) in team Admin. You hold it only in team Research.',
  })
  expect(decision.alternatives).toMatchObject([
    {
      missing: [{ requirement: { permission: 'admin:manage_roles', in: { key: 'admin' } } }],
      calls: [
        {
          operation: 'users.update',
          args: ['lead@acme.test', { teams: { admin: 'role-manager' } }],
          by: ['admin@acme.test', 'platform@acme.test', 'deputy@acme.test'],
        },
      ],
    },
  ])
})
