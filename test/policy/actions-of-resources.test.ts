import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, type BuiltInPolicy, definePolicy, policies } from '../../mocks/policies/index.ts'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import type { PolicyMatrixQuery } from '../../src/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { ownRule } from '../support/custom-rule.ts'

type ResourceType = NonNullable<PolicyMatrixQuery['resourceType']>

/** The operations with a column in the resource's matrix, and the rule of each for an administrator. */
async function columnsOf(
  platform: BuiltInPolicy | Policy,
  resourceType: ResourceType,
  resourceId: string,
) {
  const { as } =
    typeof platform === 'string' ? acmeOf(policies[platform]) : acmeOf(platform, { scenario: acme })
  const query = resourceType === 'organization' ? {} : { resourceType, resourceId }
  const { personas, cells } = await as('admin').policy.matrix(query)
  const admin = personas.find((one) => one.email === email('admin'))?.user
  return Object.fromEntries(
    cells.flatMap(({ persona, action, rule }) =>
      persona === admin && isOperation(action) ? [[action, rule]] : [],
    ),
  )
}

test.each([
  [
    'adaptive',
    'role',
    'deputy',
    { 'roles.get': 'AD-04', 'roles.update': 'AD-04', 'roles.delete': 'AD-04' },
  ],
  [
    'adaptive',
    'team',
    'support',
    { 'teams.get': 'AD-05', 'teams.update': 'AD-05', 'teams.delete': 'AD-05' },
  ],
  [
    'peltarion',
    'user',
    email('admin'),
    { 'users.get': 'PE-01', 'users.update': 'PE-02', 'users.remove': 'PE-02' },
  ],
] as const)('%s: of a %s', async (platform, type, id, columns) => {
  expect(await columnsOf(platform, type, id)).toEqual(columns)
})

test('of a project: operations on it, and those that create something in it', async () => {
  const columns = Object.keys(await columnsOf('bigml', 'project', 'churn'))
  expect(columns).toEqual([
    'projects.get',
    'projects.update',
    'projects.delete',
    'projects.members.list',
    'projects.members.add',
    'artifacts.list',
    'artifacts.create',
  ])
})

test('of the organization: operations that name nothing else', async () => {
  const columns = Object.keys(await columnsOf('bigml', 'organization', 'current'))
  expect(columns).toEqual([
    'organization.get',
    'organization.update',
    'organization.updatePlan',
    'organization.transferOwnership',
    'organization.delete',
    'permissions.list',
    'roles.list',
    'users.list',
    'users.me',
    'invitations.list',
    'invitations.create',
    'projects.list',
    'projects.create',
    'artifacts.list',
    'artifacts.create',
    'audit.list',
    'policy.get',
    'policy.matrix',
    'access.evaluate',
    'access.evaluateAll',
    'access.searchSubjects',
    'access.searchResources',
    'access.searchActions',
  ])
})

test('of an artifact: the actions of its kind, and those that the kind lacks', async () => {
  const { artifact } = acmeOf(policies.ica)
  expect(await columnsOf('ica', 'artifact', await artifact('sample-1.bam'))).toEqual({
    'artifacts.get': 'IC-08',
    'artifacts.update': 'not_offered',
    'artifacts.delete': 'IC-08',
    'artifacts.move': 'IC-04',
    'artifacts.run': 'IC-08',
  })
})

test('an update is matched by the rule that a question about it names', async () => {
  const asked = { keys: { name: 'teams.update.name' }, nothing: 'own.nothing' }
  const own = definePolicy({
    ...adaptive,
    name: 'own',
    rules: { ...adaptive.rules, 'own.nothing': ownRule({ nothing: true }) },
    changes: { ...adaptive.changes, 'teams.update': asked },
  })
  const { 'teams.update': rule } = await columnsOf(own, 'team', 'support')
  const { context } = await acmeOf(own, { scenario: acme })
    .as('admin')
    .access.evaluate({
      subject: { type: 'user', id: 'me' },
      action: { name: 'teams.update' },
      resource: { type: 'team', id: 'support' },
      context: { rolecall: { explain: true } },
    })
  expect(rule).toBe('AD-05')
  expect(context?.rule).toBe(rule)
})

test("of a policy's permissions: those that a rule requires", async () => {
  const permissions = {
    ...adaptive.permissions,
    'own:unused': { description: 'Asked by no rule.', origin: 'reading' as const },
  }
  const own = definePolicy({ ...adaptive, name: 'own', permissions })
  const { as } = acmeOf(own, { scenario: acme })
  const { cells } = await as('admin').policy.matrix({})
  const actions = cells.map(({ action }) => action)
  expect(actions).toContain('use_case:read')
  expect(actions).not.toContain('own:unused')
})
