import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { acme as annotating } from '../../mocks/policies/superannotate/acme.ts'
import { adaptive, definePolicy, superannotate } from '../../mocks/policies/index.ts'
import type { Requirement } from '../../mocks/policy/language/requirement.ts'
import type { AccessResource, Client, Decision } from '../../src/index.ts'
import { type Acme, acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, organization } from '../support/outcome.ts'
import { ownRule } from '../support/custom-rule.ts'

const manages: Requirement = { permission: 'admin:manage_users', in: { team: 'legacy' } }

const own = definePolicy({
  ...adaptive,
  name: 'own',
  // Everybody sees everything, so that a right is missing and not sight.
  visibility: {},
  rules: {
    ...adaptive.rules,
    'own.self': ownRule({ all: [{ self: 'user' }, manages] }),
    'own.made': ownRule({ all: [{ creator: 'project' }, manages] }),
  },
})

/** A paused user stays paused until resumed. */
const keeping = definePolicy({
  ...superannotate,
  name: 'keeping',
  guards: [
    ...superannotate.guards,
    {
      rule: 'OWN-02',
      on: ['users.remove'],
      when: { field: 'user.paused', is: true },
      status: 409,
      code: 'invalid_state',
      text: 'Resume {user.email} first.',
    },
  ],
})

type Ask = (platform: Acme) => PromiseLike<Decision>

/** The asker's view of whether that person may do it. */
const told =
  (asker: string, person: string, action: string, resource: AccessResource): Ask =>
  ({ as }) =>
    explainedOf(as(asker), action, resource, email(person))

const asking =
  (name: string, ask: (client: Client) => PromiseLike<Decision>): Ask =>
  ({ as }) =>
    ask(as(name))

const project = (id: string): AccessResource => ({ type: 'project', id })
const user = (name: string): AccessResource => ({ type: 'user', id: email(name) })
const adapt = 'use_case:adapt'
const adapting = (asker: string, person: string, resource: AccessResource) =>
  told(asker, person, adapt, resource)
const onOneself = (name: string, action: string, resource: AccessResource) =>
  told(name, name, action, resource)
const creating = (...permissions: string[]) =>
  asking('deputy', ({ can }) => can('roles.create', { key: 'mine', permissions }))
const placing = (name: string, ...teams: string[]) => {
  const roles = Object.fromEntries(teams.map((team) => [team, 'read-only']))
  return asking('watcher', ({ can }) => can('users.update', email(name), { teams: roles }))
}
const updating = asking('newcomer', ({ can }) => can('users.update', email('paused'), {}))
const removing = asking('newcomer', ({ can }) => can('users.remove', email('paused')))

const working = () => acmeOf(own, { hardened: true, scenario: acme })
const pausing = () => acmeOf(keeping, { scenario: annotating })

/** Questions that differ in one thing alone. */
const pairs = [
  [
    'the subject',
    working,
    adapting('admin', 'watcher', project('churn')),
    adapting('admin', 'agent', project('churn')),
  ],
  [
    'the asker',
    working,
    adapting('admin', 'watcher', project('churn')),
    adapting('watcher', 'watcher', project('churn')),
  ],
  [
    'the project',
    working,
    onOneself('watcher', adapt, project('churn')),
    onOneself('watcher', adapt, project('triage')),
  ],
  [
    'whether a project is named',
    working,
    onOneself('watcher', adapt, project('churn')),
    onOneself('watcher', adapt, organization),
  ],
  [
    'the rule',
    working,
    onOneself('watcher', adapt, project('triage')),
    onOneself('watcher', 'use_case:interact', project('triage')),
  ],
  [
    'the named user',
    working,
    onOneself('watcher', 'own.self', user('watcher')),
    onOneself('watcher', 'own.self', user('lead')),
  ],
  [
    'the creator',
    working,
    onOneself('lead', 'own.made', project('churn')),
    onOneself('lead', 'own.made', project('summaries')),
  ],
  ['the team', working, placing('agent', 'support'), placing('agent', 'research')],
  [
    'the number of teams',
    working,
    placing('agent', 'support'),
    placing('agent', 'support', 'research'),
  ],
  ['the membership', working, placing('agent', 'support'), placing('archivist', 'support')],
  [
    'the roles handed out',
    working,
    creating('use_case:adapt'),
    creating('use_case:adapt', 'model:read'),
  ],
  ['the operation', pausing, updating, removing],
] as const

const cases = pairs.flatMap(([difference, fresh, one, other]) => [
  { difference, fresh, first: one, second: other },
  { difference, fresh, first: other, second: one },
])

test.each(cases)('distinguished by $difference', async ({ fresh, first, second }) => {
  const alone = await second(fresh())
  expect(alone.outcome).toBe('no')
  const asked = fresh()
  expect(await first(asked)).not.toEqual(alone)
  expect(await second(asked)).toEqual(alone)
})
