import { describe, expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { acme as bigmlAcme } from '../../mocks/policies/bigml/acme.ts'
import { acme as superannotateAcme } from '../../mocks/policies/superannotate/acme.ts'
import { adaptive, bigml, definePolicy, superannotate } from '../../mocks/policies/index.ts'
import type { Requirement } from '../../mocks/policy/language/requirement.ts'
import type { AccessResource, Client } from '../../src/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, organization } from '../support/outcome.ts'
import { waysIn } from '../support/remedy-arguments.ts'
import { ownRule } from '../support/custom-rule.ts'

const manages = { permission: 'admin:manage_users', in: { team: 'legacy' } } as const

/** Each leaf beside one that a remedy can give, so the leaf itself decides. */
const own = definePolicy({
  ...adaptive,
  name: 'own',
  // Everybody sees everything, so that a right is missing and not sight.
  visibility: {},
  rules: {
    ...adaptive.rules,
    'own.nothing': ownRule({ all: [{ nothing: true }, manages] }),
    'own.self': ownRule({ all: [{ self: 'user' }, manages] }),
    'own.made': ownRule({ all: [{ creator: 'project' }, manages] }),
    'own.path': ownRule({
      all: [{ path: 'owner' }, { permission: 'model:create', in: 'project' }],
    }),
    'own.member': ownRule({ all: [{ member: 'project' }, manages] }),
    'own.their_member': ownRule({ all: [{ member: 'team', who: 'user' }, manages] }),
    'own.in_admin': ownRule({ permission: 'use_case:interact', in: { team: 'admin' } }),
    'own.made_or_path': ownRule({ any: [{ creator: 'project' }, { path: 'owner' }] }),
  },
})

const project = (id: string): AccessResource => ({ type: 'project', id })
const user = (name: string): AccessResource => ({ type: 'user', id: email(name) })

const waysOf = async (client: Client, action: string, resource?: AccessResource) =>
  waysIn(await explainedOf(client, action, resource))

const teams = (name: string, given: Record<string, string>) => [email(name), { teams: given }]
const nothingHelps = 'Nothing that anybody may change would allow it.'
const legacy = { legacy: 'platform_admin' }

describe('leaves with and without a remedy', () => {
  test.each([
    ['own.nothing', organization, [[teams('watcher', legacy)]]],
    ['own.self', user('watcher'), [[teams('watcher', legacy)]]],
    ['own.self', user('lead'), 'Only that user may do it.'],
    ['own.made', project('churn'), 'Only the creator of the use case may do it.'],
    ['own.made_or_path', project('churn'), [[teams('watcher', { research: 'read-only' })]]],
    ['own.member', project('triage'), [[teams('watcher', legacy)]]],
    [
      'own.member',
      project('summaries'),
      [[teams('watcher', { research: 'read-only' }), teams('watcher', legacy)]],
    ],
  ] as const)('%s of %j', async (action, resource, ways) => {
    expect(await waysOf(acmeOf(own, { scenario: acme }).as('watcher'), action, resource)).toEqual(
      ways,
    )
  })

  test("only roles in the owning team count where the owner's path does", async () => {
    const { as } = acmeOf(own, { scenario: acme })
    const ways = await waysOf(as('watcher'), 'own.path', project('churn'))
    expect(ways).toEqual([[teams('watcher', { research: 'power_user' })]])
  })

  test('the creator learns what else is missing', async () => {
    const { as } = acmeOf(own, { scenario: acme })
    const ways = await waysOf(as('lead'), 'own.made', project('churn'))
    expect(ways).toEqual([[teams('lead', legacy)]])
  })

  test('a role that would remove the last administrator is not offered', async () => {
    const users = [{ email: email('platform'), name: 'Only', teams: { admin: 'platform_admin' } }]
    const nothing = { projects: [], members: [], artifacts: [], invitations: [], personas: [] }
    const { as } = acmeOf(own, { scenario: { ...acme, users, ...nothing } })
    expect(await waysOf(as('platform'), 'own.in_admin')).toEqual([
      [teams('platform', { admin: 'team-lead' })],
    ])
  })

  test('a role in the organization is offered, where it has roles', async () => {
    const guest = {
      key: 'guest',
      name: 'Guest',
      scope: 'organization',
      permissions: ['team:read'],
      origin: 'reading',
    } as const
    const { 'users.update': update } = adaptive.changes
    const keys = { ...update?.keys, role: 'users.update.name' }
    const withGuests = definePolicy({
      ...adaptive,
      name: 'guests',
      roles: [...adaptive.roles, guest],
      rules: {
        ...adaptive.rules,
        'own.member': ownRule({ all: [{ member: 'organization' }, manages] }),
        'own.reads': ownRule({ permission: 'team:read', in: 'organization' }),
      },
      changes: { ...adaptive.changes, 'users.update': { ...update, keys } },
    })
    const { as } = acmeOf(withGuests, { scenario: acme })
    const asGuest = [email('watcher'), { role: 'guest' }]
    expect(await waysOf(as('watcher'), 'own.reads')).toEqual([[asGuest]])
    expect(await waysOf(as('watcher'), 'own.member')).toEqual([[asGuest, teams('watcher', legacy)]])
    await as('admin').users.update(email('watcher'), { role: 'guest' })
    expect(await waysOf(as('watcher'), 'own.member')).toEqual([[teams('watcher', legacy)]])
  })

  test('a feature is bought by a user who may buy, where the platform sells any', async () => {
    const require: Requirement = {
      all: [
        { feature: 'reports' },
        { permission: 'organization:manage_roles', in: 'organization' },
      ],
    }
    const rules = { ...bigml.rules, 'own.report': ownRule(require) }
    const policy = definePolicy({ ...bigml, name: 'selling', rules })
    const selling = acmeOf(policy, { scenario: bigmlAcme })
    expect(await waysOf(selling.as('admin'), 'own.report')).toEqual([[[{ features: ['reports'] }]]])
    const withoutFeatures = {
      ...superannotateAcme,
      organization: { name: 'Acme', plan: { name: 'starter', features: [] } },
    }
    const { as } = acmeOf(superannotate, { scenario: withoutFeatures })
    const ways = await waysOf(as('granted'), 'dataset:explore', project('street-scenes'))
    expect(ways).toBe(nothingHelps)
  })
})
