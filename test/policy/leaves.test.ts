import { expect, test } from 'vitest'
import { definePolicy } from '../../mocks/policies/define-policy.ts'
import { adaptive, bigml } from '../../mocks/policies/index.ts'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { acme as bigmlAcme } from '../../mocks/policies/bigml/acme.ts'
import type { AccessResource } from '../../src/index.ts'
import { acmeOf } from '../support/acme-of.ts'
import { organization, outcomeOf } from '../support/outcome.ts'
import { ownRule } from '../support/custom-rule.ts'

/** Parts of the language that the policies of the package do not use, in a custom one. */
const own = definePolicy({
  ...adaptive,
  name: 'own',
  rules: {
    ...adaptive.rules,
    'own.made': ownRule({ creator: 'project' }),
    'own.made_all': ownRule({ creator: 'project_contents' }),
    'own.path': ownRule({ any: [{ path: 'owner' }, { feature: 'none' }] }),
    'own.destination': ownRule({ permission: 'model:create', in: 'destination' }),
    'own.member': ownRule({ member: 'any_team' }),
  },
})

const project = (id: string): AccessResource => ({ type: 'project', id })
const platform = (scenario = {}) => acmeOf(own, { scenario: { ...acme, ...scenario } })

test.each([
  ['lead', 'own.made', project('churn'), 'yes'],
  ['scientist', 'own.made', project('churn'), 'no'],
  ['lead', 'own.made', organization, 'depends'],
  ['archivist', 'own.made_all', project('archive'), 'yes'],
  ['lead', 'own.made_all', project('churn'), 'no'],
  ['lead', 'own.made_all', organization, 'depends'],
  ['lead', 'own.path', project('triage'), 'yes'],
  ['support-lead', 'own.path', project('churn'), 'no'],
  ['newcomer', 'own.path', organization, 'no'],
  ['lead', 'own.path', organization, 'depends'],
  ['watcher', 'own.member', organization, 'yes'],
  ['newcomer', 'own.member', organization, 'no'],
] as const)('%s: %s on %j is %s', async (name, action, resource, outcome) => {
  expect(await outcomeOf(platform().as(name), action, resource)).toBe(outcome)
})

test('an empty project is wholly its creator’s, and nobody else’s', async () => {
  const { as } = platform()
  await as('support-lead').projects.create({ key: 'desk', team: 'support' })
  expect(await outcomeOf(as('support-lead'), 'own.made_all', project('desk'))).toBe('yes')
  expect(await outcomeOf(as('bridge'), 'own.made_all', project('desk'))).toBe('no')
})

test('the destination of an artifact is open, though it has a project', async () => {
  const { as, mock } = platform()
  const { data } = await mock.client({ as: 'lead@acme.test' }).artifacts.list({ kind: 'model' })
  const artifact = { type: 'artifact', id: data[0]?.id ?? '' }
  expect(await outcomeOf(as('scientist'), 'own.destination', artifact)).toBe('depends')
  expect(await outcomeOf(as('analyst'), 'own.destination', artifact)).toBe('no')
})

test('with no visible project the answer is no, whether or not one is hidden', async () => {
  const { as } = platform({ projects: [], members: [], artifacts: [] })
  expect(await outcomeOf(as('lead'), 'use_case:read')).toBe('no')
  expect(await outcomeOf(platform().as('newcomer'), 'use_case:read')).toBe('no')
})

test('with no hidden project possible, the answer depends on a future one', async () => {
  const empty = { ...bigmlAcme, projects: [], members: [], artifacts: [] }
  const { as } = acmeOf(bigml, { scenario: empty })
  expect(await outcomeOf(as('admin'), 'project:edit')).toBe('depends')
  expect(await outcomeOf(as('guest'), 'project:edit')).toBe('no')
})

test('a caller with the right on all visible projects gets depends, which reveals no hidden one', async () => {
  const projects = acme.projects.filter(({ key }) => key === 'churn')
  const scenario = { projects, artifacts: [], members: [] }
  expect(await outcomeOf(platform(scenario).as('lead'), 'use_case:read')).toBe('depends')
})
