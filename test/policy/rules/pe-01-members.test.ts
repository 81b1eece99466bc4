import { describe, expect, test } from 'vitest'
import { acme } from '../../../mocks/policies/peltarion/acme.ts'
import { peltarion } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

describe('PE-01 every active member sees all members and their statuses', () => {
  test.each(['admin', 'lead', 'viewer'])('%s, pending ones too', async (name) => {
    const { data } = await acmeOf(peltarion).as(name).users.list()
    expect(data.map(({ email: address, status }) => [address, status])).toEqual([
      [email('admin'), 'active'],
      [email('operations'), 'active'],
      [email('lead'), 'active'],
      [email('scientist'), 'active'],
      [email('engineer'), 'active'],
      [email('viewer'), 'active'],
      [email('invited'), 'pending'],
      [email('invited-admin'), 'pending'],
    ])
  })

  test('a filter by a role that nobody can be given is allowed', async () => {
    const { data } = await acmeOf(peltarion).as('lead').users.list({ role: 'viewer' })
    expect(data.map((user) => user.email)).toEqual([email('viewer')])
  })
})

test.each(['invited', 'invited-admin', 'declined', 'withdrawn'])(
  'PE-01 %s, who is no active member, sees nobody but themselves',
  async (name) => {
    const { users, invitations, roles } = acmeOf(peltarion).as(name)
    for (const call of [users.list(), users.get(email(name)), invitations.list(), roles.list()].map(
      denial,
    )) {
      expect(await call).toMatchObject({ code: 'not_a_member' })
    }
    expect(await users.me()).toMatchObject({ email: email(name), status: 'pending' })
  },
)

describe('PE-01 reading: a user who sees all members', () => {
  test('sees the invitations', async () => {
    const { as, invitation } = acmeOf(peltarion)
    const { data } = await as('viewer').invitations.list()
    expect(data.map(({ status }) => status)).toEqual([
      'accepted',
      'rejected',
      'withdrawn',
      'pending',
      'pending',
    ])
    const { invitations } = as('viewer')
    expect(await invitations.get(await invitation('invited'))).toMatchObject({ role: 'creator' })
  })

  test('sees the audit, and asks about the rights of others', async () => {
    const { access, audit } = acmeOf(peltarion).as('viewer')
    expect(
      await access.evaluate({
        subject: { type: 'user', id: email('lead') },
        action: { name: 'members:invite' },
        resource: { type: 'organization', id: 'current' },
      }),
    ).toEqual({ decision: false })
    expect((await audit.list()).data).toMatchObject([{ operation: 'access.evaluate' }])
  })
})

describe('PE-01 reading: everyone sees themselves', () => {
  test('without a role too, and asks about themselves', async () => {
    const users = [...acme.users, { email: email('guest') }]
    const client = acmeOf(peltarion, { scenario: { ...acme, users } }).as('guest')
    expect(await client.users.get(email('guest'))).toMatchObject({ status: 'active' })
    const question = {
      subject: { type: 'user', id: 'me' },
      action: { name: 'organization.get' },
      resource: { type: 'organization', id: 'current' },
    }
    expect(await client.access.evaluate(question)).toEqual({ decision: true })
    expect(await client.can('users.list')).toMatchObject({ allowed: false, rule: 'PE-01' })
    expect(await denial(client.users.get(email('lead')))).toMatchObject({ rule: 'PE-01' })
    expect(await denial(client.audit.list())).toMatchObject({ rule: 'PE-01' })
    expect((await client.roles.list()).data).toHaveLength(3)
    expect(await client.organization.get()).toMatchObject({ name: 'Acme' })
  })

  test.each(['invited', 'declined', 'withdrawn'])('%s their own invitation', async (name) => {
    const { as, invitation } = acmeOf(peltarion)
    const own = await as(name).invitations.get(await invitation(name))
    expect(own.email).toBe(email(name))
  })
})

test('PE-01 reading: every active member sees the permissions and the policy in force', async () => {
  const { permissions, policy } = acmeOf(peltarion, {
    scenario: { ...acme, users: [...acme.users, { email: email('guest') }] },
  }).as('guest')
  expect((await permissions.list()).data).toHaveLength(Object.keys(peltarion.permissions).length)
  expect(await policy.get()).toMatchObject({ name: 'peltarion' })
})
