import { createMock, crowd, type Scenario } from 'rolecall/mocks'
import { policies } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import { definePolicy } from '../../mocks/policies/define-policy.ts'

const names = ['adaptive', 'bigml', 'superannotate', 'peltarion', 'ica'] as const

describe.each(names)('under policy %s', (policy) => {
  const size = { users: 300, teams: 5, projects: 30 }

  test('a crowd loads, with the administrator first and everybody else below', async () => {
    const mock = createMock({ policy, scenario: crowd(size) })
    const users = mock.users()
    expect(users).toHaveLength(301)
    expect(users[0]?.email).toBe('admin@acme.test')
    expect(new Set(users.map(({ email }) => email)).size).toBe(301)
    expect(mock.scenario.projects).toHaveLength(30)
    const admin = mock.client({ as: 'admin@acme.test' })
    expect((await admin.users.list({ limit: 100 })).data).toHaveLength(100)
    const roles = Map.groupBy(users.slice(1), ({ role, teams }) => role ?? Object.values(teams)[0])
    const counts = [...roles.values()].map((held) => held.length)
    expect(Math.max(...counts)).toBeGreaterThan(150)
  })

  test('the same seed makes the same crowd, and another one another', () => {
    const made = (seed: string) => crowd({ ...size, seed })(policies[policy])
    expect(made('one')).toEqual(made('one'))
    expect(made('one')).not.toEqual(made('two'))
  })

  test('an empty organization has one administrator, with the roles of the one of acme', () => {
    const [only, ...others] = createMock({ policy, scenario: 'empty' }).users()
    const [admin] = createMock({ policy }).users()
    expect(others).toEqual([])
    expect(only).toMatchObject({ email: 'admin@acme.test', name: admin?.name })
    expect(only?.role).toBe(admin?.role)
    expect(only?.teams.admin).toBe(admin?.teams.admin)
  })
})

describe('a scenario by a function', () => {
  const own: Scenario = {
    name: 'own',
    description: 'One user.',
    organization: { name: 'Own', plan: { name: 'free', features: [] } },
    users: [{ email: 'ada@own.test' }],
    personas: [],
  }

  test('gets the policy', () => {
    const mock = createMock({
      policy: 'ica',
      scenario: ({ title }) => ({ ...own, description: title }),
    })
    expect(mock.scenario.description).toBe(policies.ica.title)
    expect(mock.users()).toHaveLength(1)
  })

  test('is checked like one of a user’s own', () => {
    const wrong = () => ({ ...own, users: [{ email: 'ada@own.test', role: 'nobody' }] })
    expect(() => createMock({ policy: 'ica', scenario: wrong })).toThrow(
      /Scenario own: users\[0\]\.role names the role "nobody"/,
    )
    const nothing = () => undefined
    expect(() => Reflect.apply(createMock, undefined, [{ scenario: nothing }])).toThrow(
      'scenario must be a function that returns a scenario.',
    )
  })
})

test('a policy of one’s own begins empty, with its most powerful roles', () => {
  const library = definePolicy({ ...policies.bigml, name: 'library', title: 'Our library' })
  expect(createMock({ policy: library }).users()).toMatchObject([
    { email: 'admin@acme.test', role: 'owner' },
  ])
  const office = definePolicy({ ...policies.adaptive, name: 'office', title: 'Our office' })
  expect(createMock({ policy: office }).users()).toMatchObject([{ teams: { admin: 'admin' } }])
  expect(createMock({ policy: office, scenario: crowd({ users: 50 }) }).users()).toHaveLength(51)
})
