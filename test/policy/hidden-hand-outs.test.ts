import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/ica/acme.ts'
import { definePolicy, ica } from '../../mocks/policies/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { denial } from '../support/refusal.ts'

/** Manages users and workgroups, and sees no project. */
const keeper = {
  key: 'keeper',
  name: 'Keeper of workgroups',
  scope: 'organization',
  permissions: ['tenant:manage_workgroups', 'tenant:manage_users'],
  origin: 'reading',
} as const

const own = definePolicy({ ...ica, name: 'own', roles: [...ica.roles, keeper] })
const scenario = { ...acme, users: [...acme.users, { email: email('keeper'), role: 'keeper' }] }

test('handing out rights on a hidden project is denied without naming it', async () => {
  const { as } = acmeOf(own, { scenario, hardened: true })
  const join = { teams: { statistics: 'workgroup_member' } }
  const decision = await denial(as('keeper').users.update(email('stranger'), join))
  expect(decision).toMatchObject({
    rule: 'AD-17',
    text: 'users.update hands out permissions on a project that you may not see.',
    alternatives: [],
    final: 'A user who may see that project can ask what would allow it.',
  })
  expect(JSON.stringify(decision)).not.toMatch(/genomes|trials|mem_|prj_/)
  const asked = await as('keeper').can('users.update', email('stranger'), join)
  expect(asked).toEqual(decision)
})

test('a plain lack comes first, with the same words for every workgroup', async () => {
  const { as } = acmeOf(ica, { hardened: true })
  await as('tenant').teams.create({ key: 'empty' })
  const join = (team: string) =>
    denial(as('stranger').users.update(email('guest'), { teams: { [team]: 'workgroup_member' } }))
  const [ofLab, ofStatistics, ofEmpty] = [
    await join('lab'),
    await join('statistics'),
    await join('empty'),
  ]
  expect(ofEmpty).toMatchObject({
    rule: 'IC-10',
    text: 'users.update needs tenant:manage_workgroups held in the organization. Your role in the organization, member, lacks it.',
    // A remedy would show them projects on which the workgroup may hand out more than they hold.
    alternatives: [],
    final: 'What would allow it depends on what is hidden from you.',
  })
  expect(ofLab).toEqual(ofEmpty)
  expect(ofStatistics).toEqual(ofEmpty)
  const leaving = { teams: { lab: null } }
  const { alternatives } = await denial(as('stranger').users.update(email('scientist'), leaving))
  expect(alternatives).not.toEqual([])
})

test('a caller who sees every project gets all remedies', async () => {
  const { as } = acmeOf(ica, { hardened: true })
  await as('tenant').teams.create({ key: 'empty' })
  const join = { teams: { empty: 'workgroup_member' } }
  const { context } = await as('tenant').access.evaluate({
    subject: { type: 'user', id: email('stranger') },
    action: { name: 'users.update' },
    resource: { type: 'user', id: email('guest') },
    context: { args: [email('guest'), join], explain: true },
  })
  expect(context).toMatchObject({ rule: 'IC-10' })
  expect(context?.alternatives).not.toEqual([])
})
