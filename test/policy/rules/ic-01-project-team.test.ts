import { describe, expect, test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const roles = { project: 'viewer', bench: 'contributor' }
const user = (id: string) => ({ type: 'user' as const, id })
const workgroup = (id: string) => ({ type: 'team' as const, id })
const address = (id: string) => ({ type: 'email' as const, id })

describe('IC-01 a project administrator or the owner', () => {
  test.each(['owner', 'lead'])('%s adds a user, an address and a workgroup', async (name) => {
    const { as, mock } = acmeOf(ica)
    const { members } = as(name).projects
    const { id } = await as('stranger').users.me()
    const one = await members.add('genomes', { subject: user(email('stranger')), roles })
    expect(one).toMatchObject({ subject: { id }, roles, rights: [], status: 'accepted' })
    const other = await members.add('genomes', { subject: address('New@Clinic.test'), roles })
    expect(other).toMatchObject({ subject: { id: 'new@clinic.test' }, status: 'pending' })
    await mock.client({ as: email('lead') }).projects.members.add('trials', {
      subject: workgroup('lab'),
      rights: ['download'],
    })
  })

  test.each(['owner', 'lead'])('%s changes and removes entries', async (name) => {
    const { as, entry } = acmeOf(ica)
    const { members } = as(name).projects
    const id = await entry('genomes', 'analyst')
    const changed = await members.update('genomes', id, {
      roles: { flow: 'contributor', base: null },
      rights: ['download'],
    })
    expect(changed).toMatchObject({
      roles: { project: 'viewer', flow: 'contributor', bench: 'none' },
      rights: ['download'],
    })
    expect(changed.roles).not.toHaveProperty('base')
    await members.remove('genomes', id)
    expect(await refusal(as('analyst').projects.get('genomes'))).toMatchObject({ status: 404 })
  })

  test.each(['tenant', 'engineer', 'analyst', 'provider', 'guest', 'scientist', 'former'])(
    'and not %s',
    async (name) => {
      const { as, entry, mock } = acmeOf(ica)
      const { members } = as(name).projects
      const id = await entry('genomes', 'courier')
      const before = mock.state
      for (const call of [
        members.add('genomes', { subject: user(email('stranger')), roles }),
        members.update('genomes', id, { rights: [] }),
        members.update('genomes', id, {}),
        members.remove('genomes', id),
      ].map(denial)) {
        expect(await call).toMatchObject({ rule: 'IC-01' })
      }
      expect(mock.state).toBe(before)
    },
  )

  test('of that project, not of another', async () => {
    const { members } = acmeOf(ica).as('owner').projects
    const call = members.add('trials', { subject: user(email('stranger')), roles })
    expect(await refusal(call)).toMatchObject({ status: 404 })
  })
})

describe('IC-01 a reference or role from elsewhere', () => {
  test.each([
    ['an unknown user', user('nobody@acme.test'), 'unknown_reference'],
    ['an unknown workgroup', workgroup('nobodies'), 'unknown_reference'],
    ['a user who is not active yet', user(email('newcomer')), 'outside_organization'],
    ['an invalid address', address('somebody'), 'validation_failed'],
  ])('%s is 422', async (_, subject, code) => {
    const { as, mock } = acmeOf(ica)
    const before = mock.state
    const call = as('owner').projects.members.add('genomes', { subject, roles })
    expect(await refusal(call)).toMatchObject({ status: 422, code })
    expect(mock.state).toBe(before)
  })

  test.each([
    [{ bench: 'viewer' }, 'unknown_reference', 'roles.bench'],
    [{ project: 'workgroup_member' }, 'unknown_reference', 'roles.project'],
    [{ project: 'member' }, 'unknown_reference', 'roles.project'],
    [{ storage: 'viewer' }, 'validation_failed', 'roles.storage'],
  ])('roles %j are 422', async (wrong, code, place) => {
    const { members } = acmeOf(ica).as('owner').projects
    const call = members.add('genomes', { subject: user(email('stranger')), roles: wrong })
    const error = await refusal(call)
    expect(error).toMatchObject({ status: 422, code })
    expect(error.message).toContain(place)
  })

  test('a grant is not offered, nor a share of ownership', async () => {
    const { members } = acmeOf(ica).as('owner').projects
    const subject = user(email('stranger'))
    for (const more of [{ isOwner: true }, { grants: {} }]) {
      const call = members.add('genomes', { subject, ...more })
      expect(await denial(call)).toMatchObject({ code: 'operation_not_offered' })
    }
  })
})

test.each([
  ['a user', user(email('analyst'))],
  ['a workgroup', workgroup('lab')],
  ['an address', address(email('invited'))],
])('IC-01 adding %s twice is 409', async (_, subject) => {
  const call = acmeOf(ica).as('lead').projects.members.add('genomes', { subject, roles })
  expect(await refusal(call)).toMatchObject({ status: 409, code: 'already_exists' })
})

test("IC-01 one person may have an entry of their own, their address's and workgroups'", async () => {
  const { as } = acmeOf(ica)
  const { members } = as('owner').projects
  await members.add('genomes', { subject: user(email('scientist')), roles })
  await members.add('genomes', { subject: address(email('scientist')), roles })
})

test('IC-01 every role of every category has a holder on the project', async () => {
  const { as, entry } = acmeOf(ica)
  const { projects, roles } = as('owner')
  const id = await entry('genomes', 'guest')
  const { data } = await roles.list({ scope: 'project', limit: 200 })
  for (const { category = 'project', key } of data) {
    const given = { roles: { [category]: key } }
    expect(await projects.members.update('genomes', id, given)).toMatchObject(given)
  }
})
