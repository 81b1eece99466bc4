import { describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { policies } from '../../mocks/policies/index.ts'
import { operations } from '../../src/generated/operations.ts'
import { createRole, leafIn, newRole, operationIn, people, ruleIn, tried } from './seen-coverage.ts'

describe('a mock before its first call', () => {
  test.each(Object.values(policies))(
    'has a row for all of $name, and nothing is seen',
    (policy) => {
      const coverage = createMock({ policy }).coverage()
      const offered = coverage.operations.map(({ operation }) => operation)
      expect(offered.toSorted()).toEqual(Object.keys(policy.changes).toSorted())
      expect(coverage.notOffered.filter((one) => offered.includes(one))).toEqual([])
      const ids = [
        ...Object.values(policy.rules).map(({ id }) => id),
        ...policy.guards.map(({ rule }) => rule),
        ...policy.invariants.map(({ rule }) => rule),
      ]
      const rows = coverage.rules.map(({ rule }) => rule)
      expect(ids.filter((id) => !rows.includes(id))).toEqual([])
      expect(new Set(rows).size).toBe(rows.length)
      for (const { allowed, denied } of Object.values(coverage.totals)) {
        expect([allowed.seen, denied.seen]).toEqual([0, 0])
      }
    },
  )

  test('lists apart what the platform does not offer', () => {
    const { notOffered, operations: rows } = createMock().coverage()
    expect(notOffered).toContain('organization.transferOwnership')
    // What needs no token is decided by no policy.
    expect(notOffered.length + rows.length).toBeLessThan(Object.keys(operations).length)
  })

  test('is plain data', () => {
    const coverage = createMock().coverage()
    expect(JSON.parse(JSON.stringify(coverage))).toEqual(coverage)
    expect(coverage).toMatchObject({
      format: 'rolecall-coverage/1',
      policy: { name: 'adaptive', title: policies.adaptive.title },
    })
  })

  test('says what can be seen with one outcome only', () => {
    const coverage = createMock().coverage()
    expect(operationIn(coverage, 'organization.get')).toMatchObject({ only: 'allowed' })
    expect(operationIn(coverage, 'roles.create')).not.toHaveProperty('only')
    expect(leafIn(coverage, '/rules/users.me/require')).toMatchObject({ only: 'met' })
    // To see the use case takes as much.
    expect(leafIn(coverage, '/rules/projects.members.list/require')).toMatchObject({ only: 'met' })
    // The case of the change is chosen by it.
    const place = (change: string) => `/rules/users.update.teams.${change}/require/any/1/all/1`
    expect(leafIn(coverage, place('set'))).toMatchObject({ only: 'met' })
    expect(leafIn(coverage, place('add'))).toMatchObject({ only: 'unmet' })
    expect(leafIn(coverage, place('remove'))).not.toHaveProperty('only')
    // Somebody who may not see the project gets 404.
    expect(operationIn(coverage, 'projects.get')).not.toHaveProperty('only')
  })

  test('says a requirement in plain words', () => {
    expect(leafIn(createMock().coverage(), createRole)).toMatchObject({
      rule: 'AD-04',
      text: '“Manage roles” (admin:manage_roles) in team Admin',
      met: 0,
      unmet: 0,
    })
  })
})

describe('calls', () => {
  test('count as allowed if they succeed, and as denied if the policy denies them', async () => {
    const { mock, admin, lead } = people()
    await admin.roles.create(newRole)
    await tried(lead.roles.create({ ...newRole, key: 'mine' }))
    await tried(lead.roles.create({ ...newRole, key: 'other' }))
    const coverage = mock.coverage()
    expect(operationIn(coverage, 'roles.create')).toMatchObject({ allowed: 1, denied: 2 })
    expect(ruleIn(coverage, 'AD-04')).toMatchObject({ allowed: 1, denied: 2 })
    expect(leafIn(coverage, createRole)).toMatchObject({ met: 1, unmet: 2 })
    expect(coverage.totals.operations.text).toMatch(/^1 of \d+ seen allowed, 1 of \d+ seen denied$/)
    expect(coverage.totals.leaves.text).toMatch(/^1 of \d+ seen met, 1 of \d+ seen unmet$/)
  })

  test('that are answered from memory count for their operation alone', async () => {
    const { mock, lead } = people()
    await tried(lead.roles.create(newRole))
    await tried(lead.roles.create(newRole))
    expect(operationIn(mock.coverage(), 'roles.create')).toMatchObject({ denied: 2 })
    expect(leafIn(mock.coverage(), createRole)).toMatchObject({ unmet: 1 })
  })

  test('on something hidden count as denied, on something missing not at all', async () => {
    const mock = createMock()
    const outsider = mock.client({ as: 'archivist@acme.test' })
    await tried(outsider.projects.get('churn'))
    await tried(outsider.projects.get('no-such-project'))
    const coverage = mock.coverage()
    expect(operationIn(coverage, 'projects.get')).toMatchObject({ allowed: 0, denied: 1 })
    expect(leafIn(coverage, '/visibility/project/require')).toMatchObject({ unmet: 1 })
    expect(leafIn(coverage, '/rules/use_case:read/require')).toMatchObject({ met: 0, unmet: 0 })
  })

  test('that a guard refuses are neither; the guard is seen refusing', async () => {
    const { mock, admin } = people()
    await tried(admin.teams.delete('admin'))
    await admin.teams.create({ key: 'spare', name: 'Spare' })
    await admin.teams.delete('spare')
    const coverage = mock.coverage()
    expect(operationIn(coverage, 'teams.delete')).toMatchObject({ allowed: 1, denied: 0 })
    expect(leafIn(coverage, '/rules/teams.delete/require')).toMatchObject({ met: 2, unmet: 0 })
    expect(ruleIn(coverage, 'AD-12')).toMatchObject({ allowed: 1, denied: 1 })
  })

  test('that an invariant refuses show it refusing', async () => {
    const { mock, admin } = people()
    const leaves = { teams: { admin: null } }
    await admin.users.update('platform@acme.test', leaves)
    await admin.users.update('deputy@acme.test', leaves)
    await tried(admin.users.update('admin@acme.test', leaves))
    expect(ruleIn(mock.coverage(), 'AD-13')).toMatchObject({ allowed: 2, denied: 1 })
  })

  test('of a person without a membership deny the operation by no rule', async () => {
    const { mock, admin } = people()
    const paused = mock.client({ as: 'member@acme.test' })
    await admin.users.remove('member@acme.test')
    await tried(paused.roles.list())
    const coverage = mock.coverage()
    expect(operationIn(coverage, 'roles.list')).toMatchObject({ allowed: 0, denied: 1 })
    expect(ruleIn(coverage, 'AD-04')).toMatchObject({ allowed: 0, denied: 0 })
  })

  test('that cannot be read, and replays, do not count', async () => {
    const { mock, admin } = people()
    await admin.roles.create(newRole, { idempotencyKey: 'once' })
    await admin.roles.create(newRole, { idempotencyKey: 'once' })
    await tried(admin.call('roles.create', { key: 'Not A Key', permissions: [] }))
    expect(operationIn(mock.coverage(), 'roles.create')).toMatchObject({ allowed: 1, denied: 0 })
  })

  test('that an explanation rehearses do not count', async () => {
    const { mock, lead } = people()
    const denied = await lead.can('roles.create', newRole)
    expect(denied.alternatives.length).toBeGreaterThan(0)
    const seen = mock.coverage().operations.filter(({ allowed, denied: no }) => allowed + no > 0)
    expect(seen.map(({ operation }) => operation)).toEqual(['roles.create', 'access.evaluate'])
  })
})

describe('questions count like the calls that they ask about', () => {
  test('by `can`', async () => {
    const { mock, admin, lead } = people()
    await admin.can('roles.create', newRole)
    await lead.can('roles.create', newRole)
    expect(operationIn(mock.coverage(), 'roles.create')).toMatchObject({ allowed: 1, denied: 1 })
    expect(leafIn(mock.coverage(), createRole)).toMatchObject({ met: 1, unmet: 1 })
  })

  test('by an action of the rules', async () => {
    const { mock, lead } = people()
    await lead.access.evaluate({
      subject: { type: 'user', id: 'me' },
      action: { name: 'admin:manage_roles' },
      resource: { type: 'organization', id: 'current' },
    })
    expect(leafIn(mock.coverage(), '/rules/admin:manage_roles/require')).toMatchObject({ unmet: 1 })
  })

  test('about somebody else, by an enforcement point, which itself is not covered', async () => {
    const mock = createMock()
    await mock.client({ enforcementPoint: true }).access.evaluate({
      subject: { type: 'user', id: 'lead@acme.test' },
      action: { name: 'roles.create' },
      resource: { type: 'organization', id: 'current' },
      context: { rolecall: { args: [newRole] } },
    })
    const coverage = mock.coverage()
    expect(operationIn(coverage, 'roles.create')).toMatchObject({ denied: 1 })
    expect(operationIn(coverage, 'access.evaluate')).toMatchObject({ allowed: 0, denied: 0 })
  })

  test('but searches and the matrix do not', async () => {
    const { mock, admin } = people()
    await admin.access.searchActions({
      subject: { type: 'user', id: 'me' },
      resource: { type: 'organization', id: 'current' },
    })
    await admin.policy.matrix()
    const seen = mock.coverage().operations.filter(({ allowed, denied }) => allowed + denied > 0)
    expect(seen.map(({ operation }) => operation).toSorted()).toEqual([
      'access.searchActions',
      'policy.matrix',
    ])
  })
})

describe('what no policy decides does not count', () => {
  test('an overridden call, unless it asks for the mock’s own answer', async () => {
    const { mock, admin } = people()
    mock.override('roles.delete', () => undefined, { once: true })
    await admin.roles.delete('annotator')
    expect(operationIn(mock.coverage(), 'roles.delete')).toMatchObject({ allowed: 0 })
    mock.override('roles.create', ({ next }) => next())
    await admin.roles.create(newRole)
    expect(operationIn(mock.coverage(), 'roles.create')).toMatchObject({ allowed: 1 })
  })

  test('a call that a fault answers', async () => {
    const { mock, lead } = people()
    mock.faults.set({ rules: [{ status: 403 }] })
    await tried(lead.roles.create(newRole))
    expect(operationIn(mock.coverage(), 'roles.create')).toMatchObject({ allowed: 0, denied: 0 })
  })
})

test('the rule of hardened mode is there in hardened mode', async () => {
  const { mock, admin } = people({ hardened: true })
  expect(people().mock.coverage().rules.length).toBeLessThan(mock.coverage().rules.length)
  await admin.roles.create(newRole)
  const { hardened } = policies.adaptive
  await admin.users.update('lead@acme.test', { teams: { admin: 'admin' } })
  expect(ruleIn(mock.coverage(), hardened?.rule ?? '')).toMatchObject({ allowed: 1 })
})
