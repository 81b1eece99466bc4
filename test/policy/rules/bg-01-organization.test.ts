import { describe, expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import type { Client } from '../../../src/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

const edit = ({ organization }: Client) => organization.update({ name: 'New name' })
const destroy = ({ organization }: Client) => organization.delete()
const demote = ({ users }: Client) => users.update(email('analyst'), { role: 'restricted' })
const remove = ({ users }: Client) => users.remove(email('analyst'))
const list = ({ users }: Client) => users.list()
const audit = ({ audit: log }: Client) => log.list()

test('BG-01 the creator of the organization is its owner', async () => {
  const { as } = acmeOf(bigml)
  const { id, role } = await as('admin').users.me()
  expect(role).toBe('owner')
  expect(await as('guest').organization.get()).toMatchObject({ owner: id })
})

describe.each([
  ['edits the info', edit],
  ['deletes the organization', destroy],
])('BG-01 the owner alone %s', (_, call) => {
  test('allowed to the owner', async () => {
    await call(acmeOf(bigml).as('admin'))
  })

  test.each(['manager', 'lead', 'contractor'])('denied to %s', async (name) => {
    const { as, mock } = acmeOf(bigml)
    const before = mock.state
    const decision = await denial(call(as(name)))
    // Ownership is no remedy: only the owner can give it.
    expect(decision).toMatchObject({ rule: 'BG-01', alternatives: [] })
    expect(decision.final).toBeTruthy()
    expect(mock.state).toBe(before)
  })
})

describe.each([
  ['edit roles', demote],
  ['remove users', remove],
  ['reading: list users', list],
  ['reading: see the audit', audit],
])('BG-01 owner and admins %s', (_, call) => {
  test.each(['admin', 'manager'])('allowed to %s', async (name) => {
    await call(acmeOf(bigml).as(name))
  })

  test.each(['lead', 'steward', 'contractor'])('denied to %s', async (name) => {
    const { rule, alternatives } = await denial(call(acmeOf(bigml).as(name)))
    expect(rule).toBe('BG-01')
    expect(alternatives.flatMap(({ calls }) => calls)).toEqual([
      {
        operation: 'users.update',
        args: [email(name), { role: 'admin' }],
        by: [email('admin'), email('manager'), email('operations')],
        selfService: false,
      },
    ])
  })
})

test('BG-01 an admin edits the roles of other admins, and their own', async () => {
  const { users } = acmeOf(bigml).as('manager')
  await users.update(email('operations'), { role: 'member' })
  expect(await users.update(email('manager'), { role: 'member' })).toMatchObject({ role: 'member' })
  expect(await denial(users.list())).toMatchObject({ rule: 'BG-01' })
})

test('BG-01 reading: everyone sees themselves, the roles and the permissions', async () => {
  const client = acmeOf(bigml).as('guest')
  expect(await client.users.get(email('guest'))).toMatchObject({ role: 'restricted' })
  expect(await denial(client.users.get(email('lead')))).toMatchObject({ rule: 'BG-01' })
  const { data } = await client.roles.list({ scope: 'project' })
  expect(data.map(({ key }) => key)).toEqual(['admin', 'write', 'read'])
  const permissions = await client.permissions.list({ limit: 200 })
  expect(permissions.data).toHaveLength(Object.keys(bigml.permissions).length)
  expect(await client.policy.get()).toMatchObject({ name: 'bigml' })
  expect((await client.policy.matrix()).policy).toBe('bigml')
})

test('BG-01 reading: owner and admins ask about the rights of others', async () => {
  const { as } = acmeOf(bigml)
  const question = {
    subject: { type: 'user', id: email('lead') },
    action: { name: 'projects.create' },
    resource: { type: 'organization', id: 'current' },
  }
  expect(await as('manager').access.evaluate(question)).toEqual({ decision: true })
  expect(await denial(as('guest').access.evaluate(question))).toMatchObject({ rule: 'BG-01' })
})

test.each<[string, (client: Client) => PromiseLike<unknown>]>([
  ['roles.create', ({ roles }) => roles.create({ key: 'mine', permissions: [] })],
  ['roles.update', ({ roles }) => roles.update('member', { name: 'Mine' })],
  ['roles.delete', ({ roles }) => roles.delete('member')],
  ['teams.list', ({ teams }) => teams.list()],
  ['teams.create', ({ teams }) => teams.create({ key: 'mine' })],
  ['users.create', ({ users }) => users.create({ email: email('new') })],
  ['invitations.resend', ({ invitations }) => invitations.resend('inv_1')],
  [
    'projects.transferOwnership',
    ({ projects }) => projects.transferOwnership('churn', { to: 'x' }),
  ],
  ['projects.members.accept', ({ projects }) => projects.members.accept('churn', 'mem_1')],
  ['projects.members.reject', ({ projects }) => projects.members.reject('churn', 'mem_1')],
  ['tokens.list', ({ tokens }) => tokens.list()],
])('BG-01 %s is not offered, to anyone', async (_, call) => {
  expect(await denial(call(acmeOf(bigml).as('admin')))).toMatchObject({
    code: 'operation_not_offered',
  })
})
