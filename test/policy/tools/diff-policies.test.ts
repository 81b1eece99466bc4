import { ConfigurationError, createMock, diffPolicies, type PolicyChange } from 'rolecall/mocks'
import { adaptive, bigml, peltarion, policies, type Policy } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'

const told = ({ change, user, action, resource, before, after }: PolicyChange) =>
  [change, user, action, resource?.type, resource?.id, before, after].filter(Boolean).join(' ')

const withRole = (policy: Policy, key: string, permissions: readonly string[]): Policy => ({
  ...policy,
  roles: policy.roles.map((role) => (role.key === key ? { ...role, permissions } : role)),
})

test.each(Object.values<Policy>(policies))('$name equals itself', (policy) => {
  expect(diffPolicies(policy, policy)).toEqual({ changes: [], sections: [] })
})

describe('gains and losses', () => {
  const viewer = withRole(peltarion, 'viewer', ['members:list', 'artifact:view', 'project:create'])

  test('are reported once for all resources where they hold for all', () => {
    expect(diffPolicies(peltarion, viewer).changes.map(told)).toEqual([
      'gains viewer@acme.test projects.create no yes',
      'gains viewer@acme.test project:create no yes',
    ])
  })

  test('are the same the other way round, turned', () => {
    const turned = diffPolicies(viewer, peltarion).changes
    expect(turned.map(told)).toEqual([
      'loses viewer@acme.test projects.create yes no',
      'loses viewer@acme.test project:create yes no',
    ])
  })

  test('are reported per resource where they differ', () => {
    const careful: Policy = {
      ...peltarion,
      rules: {
        ...peltarion.rules,
        'projects.delete': {
          id: 'PE-09',
          text: 'Administrators alone delete projects.',
          origin: 'reading',
          require: { permission: 'artifact:delete_any', in: 'organization' },
        },
      },
    }
    expect(diffPolicies('peltarion', careful).changes.map(told)).toEqual([
      'loses lead@acme.test projects.delete project notes yes no',
      'loses scientist@acme.test projects.delete project summaries yes no',
      'loses engineer@acme.test projects.delete project sandbox yes no',
    ])
  })

  test('match the answers of the two mocks', async () => {
    const more = withRole(adaptive, 'annotator', ['use_case:read', 'use_case:update'])
    const { changes } = diffPolicies(adaptive, more)
    const updates = changes.filter(({ action }) => action === 'projects.update')
    expect(updates.length).toBeGreaterThan(0)
    const ask = (
      mock: Pick<ReturnType<typeof createMock>, 'client'>,
      { user, resource }: PolicyChange,
    ) => mock.client({ as: user }).can('projects.update', resource?.id ?? '', { name: 'Other' })
    const [before, after] = [
      createMock(),
      createMock({ policy: { ...more }, scenario: createMock().scenario }),
    ]
    for (const change of updates) {
      expect((await ask(before, change)).allowed).toBe(false)
      expect((await ask(after, change)).allowed).toBe(true)
    }
  })

  test('include an operation that is no longer offered', () => {
    const { 'projects.delete': _, ...changes } = bigml.changes
    const { changes: found } = diffPolicies(bigml, { ...bigml, changes })
    expect(new Set(found.map(({ change, action }) => `${change} ${action}`))).toEqual(
      new Set(['loses projects.delete']),
    )
  })

  test('include a resource that is no longer visible', () => {
    const hidden: Policy = {
      ...peltarion,
      visibility: {
        project: {
          id: 'PE-12',
          text: 'Only whoever made it sees it.',
          require: { creator: 'project' },
          origin: 'reading',
        },
      },
    }
    const lost = diffPolicies(peltarion, hidden).changes.map(told)
    expect(lost).toContain('loses lead@acme.test projects.get project summaries yes no')
    expect(lost).not.toContain('loses lead@acme.test projects.get project churn yes no')
  })
})

test('name the sections that forbid it to everyone', () => {
  expect(diffPolicies(peltarion, { ...peltarion, invariants: [] })).toEqual({
    changes: [],
    sections: ['invariants'],
  })
})

test('can use a custom scenario', () => {
  const { scenario } = createMock({ policy: 'peltarion' })
  const alone = {
    ...scenario,
    users: scenario.users.slice(0, 1),
    invitations: [],
    projects: [],
    artifacts: [],
    personas: [],
  }
  const weaker = withRole(peltarion, 'administrator', ['members:list'])
  const users = diffPolicies(peltarion, weaker, alone).changes.map(({ user }) => user)
  expect(new Set(users)).toEqual(new Set(['admin@acme.test']))
})

test('name a role of the scenario that the other policy lacks', () => {
  expect(() => diffPolicies('adaptive', 'bigml')).toThrow(ConfigurationError)
  expect(() => diffPolicies('peltarion', 'bigml')).toThrow(/names the role "administrator"/)
  expect(() => diffPolicies('peltarion', 'bigml')).toThrow(
    /^peltarion and bigml are compared for the same users and resources, .* give a scenario that fits both\.$/,
  )
})
