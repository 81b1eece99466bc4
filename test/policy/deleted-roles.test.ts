import { expect, test } from 'vitest'
import { acme as adaptiveAcme } from '../../mocks/policies/adaptive/acme.ts'
import { acme as icaAcme } from '../../mocks/policies/ica/acme.ts'
import { adaptive, definePolicy, ica } from '../../mocks/policies/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, outcomeOf } from '../support/outcome.ts'
import { waysIn } from '../support/remedy-arguments.ts'

/** Used roles can be deleted, and people join projects beside teams. */
const loose = definePolicy({
  ...adaptive,
  name: 'loose',
  guards: [],
  sources: {
    project: {
      combine: 'each',
      from: [
        { through: 'team_entry', capped: true, rule: 'OWN-01' },
        { through: 'entry', rule: 'OWN-02' },
      ],
    },
  },
})

const roles = { project: 'team-lead' }
const scenario = {
  ...adaptiveAcme,
  members: [
    { project: 'churn', subject: { type: 'team', id: 'support' }, roles },
    { project: 'churn', subject: { type: 'user', id: email('member') }, roles },
  ],
} as const

const churn = { type: 'project', id: 'churn' } as const

test('an entry with a deleted role still shows the project, and gives nothing there', async () => {
  const { as } = acmeOf(loose, { scenario })
  const may = (name: string, action: string) => outcomeOf(as(name), action, churn)
  const people = ['support-lead', 'member']
  for (const name of people) expect(await may(name, 'use_case:update')).toBe('yes')
  await as('admin').roles.delete('team-lead')
  for (const name of people) {
    expect(await may(name, 'use_case:update')).toBe('no')
    expect(await may(name, 'projects.members.list')).toBe('yes')
  }
  const ways = waysIn(await explainedOf(as('member'), 'use_case:update', churn))
  expect(ways).toEqual([[[email('member'), { teams: { research: 'power_user' } }]]])
})

test('an owner has the rights of the roles that exist', async () => {
  const from = [
    { through: 'ownership', roles: ['viewer', 'administrator'], rule: 'OWN-01' },
  ] as const
  const policy = definePolicy({
    ...ica,
    name: 'owned',
    sources: { project: { combine: 'highest', from } },
    changes: { ...ica.changes, 'roles.delete': { always: 'users.me' } },
  })
  const { as } = acmeOf(policy, { scenario: icaAcme })
  await as('owner').roles.delete('viewer')
  const genomes = { type: 'project', id: 'genomes' } as const
  expect(await outcomeOf(as('owner'), 'project:edit', genomes)).toBe('yes')
})
