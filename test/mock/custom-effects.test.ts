/** Effects of a custom policy on the answer of the call itself, and on missing resources. */
import { createMock } from 'rolecall/mocks'
import { bigml, definePolicy, type Policy } from 'rolecall/policies'
import { expect, test } from 'vitest'
import type { Effect } from '../../mocks/policy/language/policy.ts'
import { acmeOf, email } from '../support/acme-of.ts'

const { scenario } = createMock({ policy: 'bigml' })

const adminWith = (on: string, done: Effect['do'], more: Partial<Policy> = {}) => {
  const effect: Effect = { rule: 'OWN-01', on: [on], do: done }
  const policy = definePolicy({ ...bigml, ...more, name: 'own', effects: [effect] })
  return acmeOf(policy, { scenario }).as('admin')
}

test.each(['project', 'user'] as const)(
  'an entry that is added stays, where others of the %s go',
  async (removeEntries) => {
    const admin = adminWith('projects.members.add', { removeEntries })
    const made = await admin.projects.members.add('churn', {
      subject: { type: 'user', id: email('guest') },
      roles: { project: 'read' },
    })
    const { data } = await admin.projects.members.list('churn')
    expect(data.map(({ id }) => id)).toContain(made.id)
    if (removeEntries === 'project') expect(data).toHaveLength(1)
  },
)

test('a missing team is joined by nobody', async () => {
  const staff = {
    key: 'staff',
    name: 'Staff',
    scope: 'team',
    permissions: [],
    origin: 'reading',
  } as const
  const admin = adminWith(
    'users.update',
    { joinTeam: { key: 'nowhere' }, role: { key: 'staff' } },
    { roles: [...bigml.roles, { ...staff, description: 'On the staff.' }] },
  )
  const { teams } = await admin.users.update(email('guest'), { role: 'member' })
  expect(teams).toEqual({})
})
