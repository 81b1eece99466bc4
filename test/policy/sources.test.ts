import { checkPolicy, createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { ownRule } from '../support/custom-rule.ts'
import { policyOf, reads, scenarioOf, type Shape } from '../support/source-shape.ts'
import { shapes } from '../support/source-shapes.ts'

const doubts: readonly string[] = ['no_effect', 'unreachable']

describe.each(shapes)('%s', (_, shape, helps) => {
  const start = () => createMock({ policy: policyOf(shape), scenario: scenarioOf(shape) })

  test('gives it to its holders, on every surface', async () => {
    const mock = start()
    const client = mock.client({ as: 'in@acme.test' })
    expect((await client.projects.get('maps')).key).toBe('maps')
    expect((await client.can('projects.get', 'maps')).allowed).toBe(true)
    expect((await client.projects.list()).data).toHaveLength(1)
  })

  test('and passes policy check', () => {
    // Every shape has entries, even if no source makes them count.
    const problems = checkPolicy(policyOf(shape)).filter(
      ({ code, pointer }) => doubts.includes(code) && pointer !== '/changes/projects.members.add',
    )
    expect(problems).toEqual([])
  })

  test('and denies it to others, with a remedy that they lack', async () => {
    const mock = start()
    const client = mock.client({ as: 'out@acme.test' })
    const decision = await client.can('projects.get', 'maps')
    expect(decision).toMatchObject({ allowed: false, rule: 'OWN-01' })
    const operations = decision.alternatives.flatMap(({ calls }) =>
      calls.map(({ operation }) => operation),
    )
    if (helps === undefined) {
      expect(decision.final).toMatch(/^Only its (owner|creator) may do it\. Ask in@acme\.test\.$/)
      return
    }
    expect(operations).toContain(helps)
    const lacks = decision.alternatives.flatMap(({ missing }) => missing)
    expect(lacks.some(({ haveText }) => decision.text.endsWith(haveText))).toBe(true)
    for (const { calls } of decision.alternatives) {
      const other = start()
      const admin = other.client({ as: 'admin@acme.test' })
      for (const { operation, args } of calls) await admin.call<string>(operation, ...args)
      const helped = other.client({ as: 'out@acme.test' })
      expect((await helped.can('projects.get', 'maps')).allowed).toBe(true)
    }
  })
})

test('everyone: any member reads', async () => {
  const shape: Shape = {
    source: { through: 'everyone', roles: ['reader'], rule: 'OWN-03' },
    roles: [{ key: 'reader', scope: 'project', category: 'books', ...reads }],
  }
  const mock = createMock({ policy: policyOf(shape), scenario: scenarioOf(shape) })
  for (const { email } of scenarioOf(shape).users) {
    expect((await mock.client({ as: email }).projects.get('maps')).key).toBe('maps')
  }
})

test('where no permission counts on projects, any role in the organization opens them', async () => {
  const shape: Shape = {
    source: { through: 'organization_role', rule: 'OWN-03' },
    roles: [
      { key: 'reader', scope: 'organization', ...reads },
      { key: 'guest', scope: 'organization' },
    ],
    insider: { role: 'reader' },
    outsider: { role: 'guest' },
  }
  const policy = policyOf(shape)
  const member = ownRule({ member: 'project' })
  const own = {
    ...policy,
    visibility: { project: member },
    rules: {
      ...policy.rules,
      'shelf:read': ownRule({ permission: 'shelf:read', in: 'organization' }),
    },
  }
  const mock = createMock({ policy: own, scenario: scenarioOf(shape) })
  const listed = async (email: string) =>
    (await mock.client({ as: email }).projects.list()).data.map(({ key }) => key)
  expect(await listed('in@acme.test')).toEqual(['maps'])
  expect(await listed('out@acme.test')).toEqual([])
})
