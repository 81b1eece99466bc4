import { expect, test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

const hardened = { hardened: true }
const stranger = { type: 'user' as const, id: email('stranger') }

test.each([
  ['a role of a category in which they have none', { roles: { flow: 'viewer' } }],
  ['a right that they lack', { rights: ['upload' as const] }],
])('AD-17 hardened: the owner does not hand out %s', async (_, entry) => {
  const { as } = acmeOf(ica, hardened)
  const call = as('owner').projects.members.add('genomes', { subject: stranger, ...entry })
  expect(await denial(call)).toMatchObject({ rule: 'AD-17' })
  await acmeOf(ica)
    .as('owner')
    .projects.members.add('genomes', { subject: stranger, ...entry })
})

test('AD-17 hardened: a user who holds it hands it out, and everyone may revoke it', async () => {
  const { as, entry } = acmeOf(ica, hardened)
  const { members } = as('owner').projects
  await members.add('genomes', { subject: stranger, roles: { project: 'administrator' } })
  await as('lead').projects.members.update('genomes', await entry('genomes', 'stranger'), {
    roles: { flow: 'contributor', bench: 'administrator' },
  })
  const own = await entry('genomes', 'engineer')
  const less = { roles: { flow: 'none', base: null }, rights: [] }
  expect(await members.update('genomes', own, less)).toMatchObject({ rights: [] })
})

test('AD-17 hardened: tenant administrators make further ones', async () => {
  const { users } = acmeOf(ica, hardened).as('tenant')
  await users.update(email('stranger'), { role: 'tenant_administrator' })
})

test.each(['tenant', 'stranger'])(
  'AD-17 hardened: a tenant administrator adds nobody (%s) to a workgroup with entries beyond their own rights',
  async (name) => {
    const { as } = acmeOf(ica, hardened)
    const join = { teams: { statistics: 'workgroup_member' } }
    const decision = await denial(as('tenant').users.update(email(name), join))
    expect(decision).toMatchObject({ rule: 'AD-17', status: 403 })
    expect(decision.text).toContain('every permission that it hands out on project Genomes.')
    await acmeOf(ica).as('tenant').users.update(email(name), join)
  },
)

test('AD-17 hardened: adding a present member of a workgroup hands out nothing', async () => {
  const { users } = acmeOf(ica, hardened).as('tenant')
  const again = { teams: { statistics: 'workgroup_member' } }
  expect(await users.update(email('statistician'), again)).toMatchObject(again)
})

test('AD-17 hardened: a workgroup without entries gives nothing', async () => {
  const { as } = acmeOf(ica, hardened)
  const { teams, users } = as('tenant')
  await teams.create({ key: 'empty' })
  const joined = await users.update(email('tenant'), { teams: { empty: true } })
  expect(joined.teams).toHaveProperty('empty')
})

test.each(['tenant', 'stranger'])(
  'AD-17 hardened: nor does one make %s the owner of a project',
  async (to) => {
    const { as } = acmeOf(ica, hardened)
    const transfer = as('tenant').projects.transferOwnership('genomes', { to: email(to) })
    expect(await denial(transfer)).toMatchObject({ rule: 'AD-17', status: 403 })
    await as('owner').projects.transferOwnership('genomes', { to: email(to) })
  },
)

test('AD-17 hardened: the creator of a project owns it all the same', async () => {
  const { as } = acmeOf(ica, hardened)
  expect(await as('stranger').projects.create({ key: 'mine' })).toHaveProperty('owner')
})

test.each([
  ['a role', { roles: { flow: 'viewer' } }],
  ['a right', { rights: ['download' as const] }],
])('AD-17 hardened: nor does the owner add %s that they lack', async (_, change) => {
  const { as, entry } = acmeOf(ica, hardened)
  const id = await entry('genomes', 'guest')
  const call = as('owner').projects.members.update('genomes', id, change)
  expect(await denial(call)).toMatchObject({ rule: 'AD-17' })
})
