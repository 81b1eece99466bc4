import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/ica/acme.ts'
import { definePolicy, ica } from '../../mocks/policies/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { denial } from '../support/refusal.ts'
import { waysIn } from '../support/remedy-arguments.ts'

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
    text: 'users.update needs “Manage workgroups” (tenant:manage_workgroups) in the organization. Your role in the organization, Member, does not include it.',
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

test('who is in the workgroup already is given nothing by being put there', async () => {
  const { as } = acmeOf(ica, { hardened: true })
  const join = (teams: Record<string, string>) =>
    as('scientist').can('users.update', email('scientist'), { teams })
  const again = await join({ lab: 'workgroup_member' })
  expect(again).toMatchObject({ rule: 'IC-10', status: 403 })
  expect(waysIn(again)).toEqual([[[email('scientist'), { role: 'tenant_administrator' }]]])
  const both = await join({ lab: 'workgroup_member', statistics: 'workgroup_member' })
  expect(both).toMatchObject({
    rule: 'IC-10',
    alternatives: [],
    final: 'What would allow it depends on what is hidden from you.',
  })
})

test.each(['user', 'actor'] as const)('nor by an effect that puts the %s there', async (of) => {
  const lab = { key: 'lab', name: 'Sequencing lab' }
  const joinLab = { joinTeam: { key: 'lab' }, role: { key: 'workgroup_member' }, of }
  const joining = definePolicy({
    ...ica,
    name: 'joining',
    teams: [lab],
    effects: [...ica.effects, { rule: 'IC-01', on: ['users.update'], do: joinLab }],
  })
  const teams = acme.teams.filter(({ key }) => key !== 'lab')
  const { as } = acmeOf(joining, { scenario: { ...acme, teams }, hardened: true })
  const rename = async (by: string) =>
    waysIn(await as(by).can('users.update', email(by), { name: 'Other' }))
  expect(await rename('scientist')).toEqual([
    [[email('scientist'), { role: 'tenant_administrator' }]],
  ])
  expect(await rename('stranger')).toBe('What would allow it depends on what is hidden from you.')
})

test('a caller who sees every project gets all remedies', async () => {
  const { as } = acmeOf(ica, { hardened: true })
  await as('tenant').teams.create({ key: 'empty' })
  const join = { teams: { empty: 'workgroup_member' } }
  const { context } = await as('tenant').access.evaluate({
    subject: { type: 'user', id: email('stranger') },
    action: { name: 'users.update' },
    resource: { type: 'user', id: email('guest') },
    context: { rolecall: { args: [email('guest'), join], explain: true } },
  })
  expect(context).toMatchObject({ rule: 'IC-10' })
  expect(context?.alternatives).not.toEqual([])
})
