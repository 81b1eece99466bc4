import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive } from '../../mocks/policies/index.ts'
import type { Scenario } from '../../mocks/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf } from '../support/outcome.ts'
import { waysIn } from '../support/remedy-arguments.ts'

const withUsers = (users: Scenario['users']) =>
  acmeOf(adaptive, {
    scenario: { ...acme, users, projects: [], members: [], artifacts: [], personas: [] },
  })

test('of many possible helpers, the first three are named', async () => {
  const fourth = { email: email('fourth'), teams: { admin: 'platform_admin' } }
  const { as } = withUsers([...acme.users, fourth])
  const { alternatives } = await explainedOf(as('watcher'), 'admin:manage_roles')
  expect(alternatives).toMatchObject([
    { calls: [{ by: [email('admin'), email('platform'), email('deputy')] }] },
  ])
})

test('a change that nobody there may make is no remedy', async () => {
  const { as } = withUsers(acme.users.filter(({ teams = {} }) => !Object.hasOwn(teams, 'admin')))
  expect(waysIn(await explainedOf(as('watcher'), 'admin:manage_roles'))).toBe(
    'No change of a role, grant or entry that anybody could make would allow it. A change of owner is not considered.',
  )
})

test('missing parts are listed for each membership', async () => {
  const change = { teams: { research: 'annotator', support: 'annotator' } }
  const { as } = acmeOf(adaptive)
  // Managing the users of one team shows all users.
  await as('admin').users.update(email('watcher'), { teams: { legacy: 'platform_admin' } })
  const { alternatives } = await as('watcher').can('users.update', email('agent'), change)
  expect(alternatives.map(({ missing }) => missing.map(({ text }) => text))).toEqual([
    ['admin:manage_users held in team admin. You hold it only in team legacy.'],
    [
      'admin:manage_users held in team research. You hold it only in team legacy.',
      'admin:manage_users held in team support. You hold it only in team legacy.',
    ],
  ])
})
