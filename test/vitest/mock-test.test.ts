import { adaptive } from 'rolecall/policies'
import { ConfigurationError, createMock, type Mock } from 'rolecall/mocks'
import { mockTest, test } from 'rolecall/mocks/vitest'
import { describe, expect } from 'vitest'

const role = { key: 'reviewer', permissions: ['use_case:read'] }

describe('each test has a mock of its own', () => {
  const seen = new Set<Mock>()

  for (const name of ['first', 'second']) {
    test(`the ${name} one`, async ({ mock, as }) => {
      expect(mock.requests).toEqual([])
      await as('admin@acme.test').roles.create(role)
      expect(mock).toHaveCalled('roles.create', { times: 1 })
      expect(seen).not.toContain(mock)
      seen.add(mock)
    })
  }

  test('without the changes of others', async ({ as }) => {
    await expect(as('admin@acme.test').roles.get('reviewer')).rejects.toThrow('There is no role')
  })
})

describe.concurrent('also tests that run at once', () => {
  const running = new Set<Mock>()
  const { promise: bothRun, resolve } = Promise.withResolvers<void>()

  for (const name of ['first', 'second']) {
    test(`the ${name} one`, async ({ mock, as, expect }) => {
      running.add(mock)
      if (running.size === 2) resolve()
      await bothRun
      await as('admin@acme.test').roles.create(role)
      expect(mock).toHaveCalled('roles.create', { times: 1 })
      await expect(as('lead@acme.test').roles.create(role)).toBeDenied({ rule: 'AD-04' })
    })
  }
})

describe('users sign in', () => {
  test('by e-mail address and id, and sign up', async ({ mock, as }) => {
    const [known] = mock.users()
    if (!known) throw new Error('There are users.')
    expect((await as(known.id).users.me()).email).toBe(known.email)
    expect((await as('new@acme.test', { signUp: true }).users.me()).email).toBe('new@acme.test')
    expect(() => as('nobody@acme.test')).toThrow(ConfigurationError)
  })
})

describe('the policy', () => {
  test('is adaptive', ({ mock, policy }) => {
    expect([policy, mock.policy.name]).toEqual(['adaptive', 'adaptive'])
  })

  describe('may be another one', () => {
    test.override('policy', 'bigml')

    test('for all tests of a describe', ({ mock }) => {
      expect(mock.policy.name).toBe('bigml')
    })

    describe('or one of your own', () => {
      const own = { ...adaptive, name: 'own' }
      test.override('policy', own)

      test('as data', ({ mock }) => {
        expect(mock.policy).toBe(own)
      })
    })
  })
})

describe('a test with options', () => {
  const hardened = mockTest({ policy: 'bigml', seed: 'other', scenario: 'acme' })

  hardened('has them', ({ mock }) => {
    expect(mock.policy.name).toBe('bigml')
    expect(mock.scenario.name).toBe('acme')
  })

  describe('keeps the others under another policy', () => {
    hardened.override('policy', 'ica')

    hardened('of its own', ({ mock }) => {
      expect(mock.policy.name).toBe('ica')
    })
  })
})

describe('a test with a snapshot', () => {
  const saved = createMock({ policy: 'bigml' })
  saved.seed({ teams: [{ key: 'quality', name: 'Quality' }] })
  const resumed = mockTest({ snapshot: saved.snapshot() })

  resumed('goes on from it, under its policy', async ({ as, mock, policy }) => {
    expect(mock.policy.name).toBe('bigml')
    expect(policy).toMatchObject({ name: 'bigml' })
    expect((await as('admin@acme.test').users.list().toArray()).length).toBeGreaterThan(1)
    expect(mock.state).toBe(saved.state)
  })
})

describe('wrong options are refused where they stand', () => {
  test.for([
    [{ policy: 'bigm' }, 'Did you mean bigml'],
    [{ polcy: 'bigml' }, 'Did you mean policy'],
    [{ scenario: 'acm' }, 'Did you mean acme'],
  ] as const)('%o', ([options, hint]) => {
    const make = () => Reflect.apply(mockTest, undefined, [options])
    expect(make).toThrow(ConfigurationError)
    expect(make).toThrow(hint)
  })
})
