import { describe, expect, test } from 'vitest'
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

describe('a change that nobody there may make', () => {
  const { as } = withUsers(acme.users.filter(({ teams = {} }) => !Object.hasOwn(teams, 'admin')))

  test('is no remedy for a reader who sees all users', async () => {
    const decision = await as('support-platform').can('roles.create', {
      key: 'mine',
      permissions: [],
    })
    expect(waysIn(decision)).toMatch(/^Only an Admin.* in team Admin may do it\.$/)
  })

  test('is a remedy without helpers for one who sees none, and may not learn who there is', async () => {
    const { alternatives } = await as('watcher').can('roles.create', {
      key: 'mine',
      permissions: [],
    })
    expect(alternatives).toMatchObject([
      { calls: [{ args: [email('watcher'), { teams: { admin: 'platform_admin' } }], by: [] }] },
    ])
  })
})

test('missing parts are listed for each membership', async () => {
  const change = { teams: { research: 'annotator', support: 'annotator' } }
  const { as } = acmeOf(adaptive)
  // Managing the users of one team shows all users.
  await as('admin').users.update(email('watcher'), { teams: { legacy: 'platform_admin' } })
  const { alternatives } = await as('watcher').can('users.update', email('agent'), change)
  expect(
    alternatives.map(({ missing }) => missing.map(({ text, haveText }) => `${text} ${haveText}`)),
  ).toEqual([
    [
      '“Manage users” (admin:manage_users) is needed in team Admin. You hold “Manage users” only in team Legacy.',
    ],
    [
      '“Manage users” (admin:manage_users) is needed in team Research. You hold “Manage users” only in team Legacy.',
      '“Manage users” (admin:manage_users) is needed in team Support. You hold “Manage users” only in team Legacy.',
    ],
  ])
})
