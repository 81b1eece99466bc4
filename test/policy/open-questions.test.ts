import { describe, expect, test } from 'vitest'
import { definePolicy } from '../../mocks/policies/define-policy.ts'
import { adaptive, bigml } from '../../mocks/policies/index.ts'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, organization, outcomeOf } from '../support/outcome.ts'
import { ownRule } from '../support/custom-rule.ts'

/**
 * Operations that require, side by side, something everybody has, something nobody has, and membership.
 */
const own = definePolicy({
  ...adaptive,
  name: 'own',
  rules: {
    ...adaptive.rules,
    'own.anyone': ownRule({ nothing: true }, 'OWN-01'),
    'own.nobody': ownRule({ feature: 'none' }, 'OWN-02'),
    'own.somewhere': ownRule({ permission: 'use_case:update', in: 'project' }, 'OWN-03'),
  },
  changes: {
    ...adaptive.changes,
    'organization.update': { keys: { name: 'own.anyone' }, nothing: 'own.nobody' },
    'roles.create': { always: 'own.nobody', keys: { name: 'own.anyone' } },
    'users.create': { always: 'own.anyone', keys: { name: 'own.nobody' } },
    'teams.create': {
      always: 'own.anyone',
      keys: { key: 'own.anyone', name: 'own.somewhere' },
    },
    'projects.update': { keys: { name: 'own.somewhere' }, nothing: 'own.anyone' },
    'audit.list': {
      always: [
        { when: { field: 'input.project', is: null }, ask: 'own.anyone' },
        { ask: 'own.nobody' },
      ],
    },
  },
})

const denied = { outcome: 'no', status: 403, code: 'permission_denied' }
const withArguments = 'Ask with the arguments of the call to learn what would allow it.'

describe('a requirement decided by the body', () => {
  test.each([
    ['organization.update', 'depends', 'OWN-01', ' depends on its arguments.'],
    ['roles.create', 'no', 'OWN-02', ` needs the feature “none” in the plan. ${withArguments}`],
    ['users.create', 'no', 'OWN-02', ` needs the feature “none” in the plan. ${withArguments}`],
    // No call of it names a project.
    ['teams.create', 'depends', 'OWN-01', ' depends on its arguments.'],
    ['projects.update', 'depends', 'OWN-03', ' depends on its arguments.'],
    ['audit.list', 'depends', 'OWN-01', ' depends on its arguments.'],
  ] as const)('%s: %s', async (operation, outcome, id, text) => {
    const lead = acmeOf(own, { scenario: acme }).as('lead')
    expect(await explainedOf(lead, operation)).toMatchObject({
      outcome,
      rule: id,
      text: `${operation}${text}`,
    })
  })

  test('is denied in the case that matches nothing, so a yes depends', async () => {
    const when = { field: 'input.name', is: 'Support' } as const
    const gaps = definePolicy({
      ...adaptive,
      name: 'gaps',
      changes: {
        ...adaptive.changes,
        'teams.create': { always: { when, ask: 'policy.get' } },
        'teams.update': { keys: { name: [{ when, ask: 'policy.get' }] } },
      },
    })
    const admin = acmeOf(gaps, { scenario: acme }).as('admin')
    const { outcomes } = await admin.abilities()
    expect(outcomes['teams.create']).toBe('depends')
    const team = await admin.abilities({ type: 'team', id: 'support' })
    expect(team.outcomes['teams.update']).toBe('depends')
  })

  test('may be required both always and by a key', async () => {
    expect(await explainedOf(acmeOf(bigml).as('guest'), 'projects.create')).toMatchObject({
      ...denied,
      text: `projects.create needs “Create projects” (organization:create_projects) in the organization. ${withArguments}`,
      alternatives: [],
    })
  })

  test('may deny a list of one kind, and not one that names none', async () => {
    expect(await outcomeOf(acmeOf(adaptive).as('newcomer'), 'artifacts.list')).toBe('depends')
  })
})

test('about another person, shows the asker who lacks it', async () => {
  const { context } = await acmeOf(adaptive)
    .as('admin')
    .access.evaluate({
      subject: { type: 'user', id: email('watcher') },
      action: { name: 'roles.create' },
      resource: organization,
      context: { rolecall: { explain: true } },
    })
  expect(context?.text).toBe(
    'roles.create needs “Manage roles” (admin:manage_roles) in team Admin. watcher@acme.test is not a member of team Admin.',
  )
})

describe('handing out rights, in hardened mode', () => {
  const { as } = acmeOf(adaptive, { hardened: true })

  test('leaves open what the rules allow', async () => {
    expect(await explainedOf(as('admin'), 'roles.create')).toMatchObject({
      outcome: 'depends',
      rule: 'AD-04',
      text: 'roles.create depends on its arguments.',
    })
  })

  test('matters for a remedy', async () => {
    expect(await explainedOf(as('watcher'), 'roles.create')).toMatchObject({
      ...denied,
      text: `roles.create needs “Manage roles” (admin:manage_roles) in team Admin. ${withArguments}`,
      alternatives: [],
    })
  })

  test('does not matter where the call hands nothing out', async () => {
    expect(await outcomeOf(as('admin'), 'teams.delete')).toBe('yes')
  })
})
