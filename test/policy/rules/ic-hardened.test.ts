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

test('AD-17 hardened: who holds it hands it out, and everyone may revoke', async () => {
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

test('AD-17 hardened: tenant administrators make others such', async () => {
  const { users } = acmeOf(ica, hardened).as('tenant')
  await users.update(email('stranger'), { role: 'tenant_administrator', teams: { lab: true } })
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
