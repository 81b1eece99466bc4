import { describe, expect, test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import type { Client } from '../../../src/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

describe('IC-10 a tenant administrator', () => {
  test('sees and edits every project’s details', async () => {
    const { projects } = acmeOf(ica).as('tenant')
    const { data } = await projects.list()
    expect(data.map(({ key }) => key)).toEqual(['genomes', 'trials', 'archive'])
    const change = { name: 'Renamed', description: null, tags: ['new'] }
    expect(await projects.update('trials', change)).toMatchObject({
      name: 'Renamed',
      tags: ['new'],
    })
  })

  test('does not manage the project team, nor work in the project', async () => {
    const { as, artifact } = acmeOf(ica)
    const { artifacts, projects } = as('tenant')
    const subject = { type: 'user' as const, id: email('tenant') }
    expect(await denial(projects.members.add('genomes', { subject }))).toMatchObject({
      rule: 'IC-01',
    })
    const id = await artifact('sample-1.bam')
    for (const call of [
      artifacts.get(id),
      artifacts.delete(id),
      artifacts.list({ project: 'genomes', kind: 'data' }),
      projects.delete('genomes'),
    ].map(denial)) {
      expect(await call).toMatchObject({ rule: 'IC-08' })
    }
    expect((await artifacts.list()).data).toEqual([])
  })

  test.each(['engineer', 'analyst', 'provider', 'guest'])(
    '%s is none, nor an administrator of the project, and does not edit it',
    async (name) => {
      const call = acmeOf(ica).as(name).projects.update('genomes', { name: 'Renamed' })
      expect(await denial(call)).toMatchObject({ rule: 'IC-10' })
    },
  )
})

const manages: [string, (client: Client) => PromiseLike<unknown>][] = [
  ['creates workgroups', ({ teams }) => teams.create({ key: 'next' })],
  ['renames workgroups', ({ teams }) => teams.update('lab', { name: 'Renamed' })],
  ['deletes workgroups', ({ teams }) => teams.delete('lab')],
  [
    'changes the members of a workgroup',
    ({ users }) =>
      users.update(email('stranger'), { teams: { lab: true, statistics: 'workgroup_member' } }),
  ],
  [
    'makes tenant administrators',
    ({ users }) => users.update(email('stranger'), { role: 'tenant_administrator' }),
  ],
  ['ends tenant administration', ({ users }) => users.update(email('tenant'), { role: 'member' })],
  ['renames users', ({ users }) => users.update(email('stranger'), { name: 'Known' })],
  ['removes users', ({ users }) => users.remove(email('stranger'))],
  ['lists users', ({ users }) => users.list()],
  ['sees all activity', ({ audit }) => audit.list()],
  ['renames the tenant', ({ organization }) => organization.update({ name: 'Renamed' })],
]

describe.each(manages)('IC-10 reading: a tenant administrator %s', (_, call) => {
  test('allowed', async () => {
    await call(acmeOf(ica).as('tenant'))
  })

  test.each(['owner', 'lead', 'stranger'])('denied to %s', async (name) => {
    const { as, mock } = acmeOf(ica)
    const before = mock.state
    const decision = await denial(call(as(name)))
    expect(decision).toMatchObject({
      rule: 'IC-10',
      alternatives: [
        {
          calls: [
            { operation: 'users.update', args: [email(name), { role: 'tenant_administrator' }] },
          ],
        },
      ],
    })
    expect(mock.state).toBe(before)
  })
})

describe('IC-10 one active tenant administrator stays', () => {
  const last = { status: 409, code: 'last_administrator' }

  test('demoting or removing the last one is 409', async () => {
    const { as } = acmeOf(ica)
    await as('admin').projects.transferOwnership('archive', { to: email('owner') })
    const { users } = as('tenant')
    await users.update(email('admin'), { role: 'member' })
    await users.update(email('newcomer'), { role: 'tenant_administrator' })
    expect(await refusal(users.update(email('tenant'), { role: 'member' }))).toMatchObject(last)
    expect(await refusal(users.remove(email('tenant')))).toMatchObject(last)
    await users.update(email('admin'), { role: 'tenant_administrator' })
    await users.update(email('tenant'), { role: 'member' })
  })
})

test('IC-10 a role of a project is none of the tenant, 422', async () => {
  const { users } = acmeOf(ica).as('tenant')
  for (const role of ['administrator', 'workgroup_member', 'nothing']) {
    expect(await refusal(users.update(email('stranger'), { role }))).toMatchObject({
      status: 422,
      code: 'unknown_reference',
    })
  }
  const change = { teams: { lab: 'contributor' } }
  expect(await refusal(users.update(email('stranger'), change))).toMatchObject({ status: 422 })
})

test('IC-10 asking about others needs the right to list users', async () => {
  const { as } = acmeOf(ica)
  const about = (id: string) => ({
    subject: { type: 'user', id },
    action: { name: 'flow:view_results' },
    resource: { type: 'project', id: 'genomes' },
  })
  expect(await as('tenant').access.evaluate(about(email('analyst')))).toEqual({ decision: true })
  expect(await as('analyst').access.evaluate(about('me'))).toEqual({ decision: true })
  expect(await as('stranger').access.evaluate(about('me'))).toEqual({ decision: false })
  expect(await denial(as('lead').access.evaluate(about(email('analyst'))))).toMatchObject({
    rule: 'IC-10',
  })
})

test.each([
  'roles.create',
  'users.create',
  'invitations.list',
  'organization.updatePlan',
  'organization.transferOwnership',
  'organization.delete',
  'tokens.list',
])('IC-10 %s is not offered, to anyone', async (operation) => {
  const client: Client = acmeOf(ica).as('admin')
  expect(await denial(client.call(operation, {}))).toMatchObject({ code: 'operation_not_offered' })
})

test('IC-10 reading: everyone sees themselves, the tenant, the permissions and the policy in force', async () => {
  const stranger = acmeOf(ica).as('stranger')
  expect(await stranger.users.get(email('stranger'))).toMatchObject({ role: 'member' })
  expect(await stranger.organization.get()).toMatchObject({ name: 'Acme' })
  const { data } = await stranger.permissions.list({ limit: 200 })
  expect(data).toHaveLength(Object.keys(ica.permissions).length)
  expect(await stranger.policy.get()).toMatchObject({ name: 'ica' })
  expect((await stranger.policy.matrix()).policy).toBe('ica')
})
