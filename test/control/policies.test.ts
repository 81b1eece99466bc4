import { NotFoundError, UnprocessableEntityError } from 'rolecall'
import { checkPolicy, createMock, crowd, diffPolicies, type Mock } from 'rolecall/mocks'
import { createControl } from 'rolecall/mocks/control'
import { adaptive, policies as builtIn, type Policy } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import { places } from './controlled.ts'

/** A policy of one's own. */
const own: Policy = { ...adaptive, name: 'own' }

/** Platform admins can do nothing. */
const stricter: Policy = {
  ...adaptive,
  name: 'stricter',
  roles: adaptive.roles.map((role) =>
    role.key === 'platform_admin' ? { ...role, permissions: [] } : role,
  ),
}

describe.each(Object.entries(places))('policies, %s', (_, place) => {
  test('are listed, the one in force first, and got by name', async () => {
    const { control } = await place()
    const list = await control.policies.list()
    expect(list[0]).toMatchObject({ name: 'adaptive', builtIn: true, inForce: true })
    expect(list.map(({ name }) => name).toSorted()).toEqual(Object.keys(builtIn).toSorted())
    for (const { name, title, permissions, roles, source } of list) {
      const found = await control.policies.get(name)
      expect(found.policy).toEqual(Object.values(builtIn).find((one) => one.name === name))
      expect([found.title, found.permissions, found.roles]).toEqual([title, permissions, roles])
      expect(source).not.toBe('')
    }
    const unknown = control.policies.get('bigmll')
    await expect(unknown).rejects.toBeInstanceOf(NotFoundError)
    await expect(unknown).rejects.toThrow('Did you mean bigml?')
  })

  test('are one more with one of your own', async () => {
    const { control } = await place()
    await control.policy.use(own)
    const [first, ...others] = await control.policies.list()
    expect(first).toMatchObject({ name: 'own', builtIn: false, inForce: true })
    expect(others.map(({ name }) => name)).toContain('adaptive')
    expect((await control.policies.get('own')).policy).toEqual(own)
  })

  test('have rules with their sources, readings and calls', async () => {
    const { control } = await place()
    for (const { name, policy } of await Promise.all(
      Object.keys(builtIn).map((one) => control.policies.get(one)),
    )) {
      const { rules } = await control.rules.list({ policy: name })
      const ids = rules.map(({ id }) => id)
      expect(ids).toEqual(expect.arrayContaining(Object.keys(policy.rulebook ?? {})))
      expect(rules.some(({ asks }) => asks.length > 0)).toBe(true)
      expect(rules.flatMap(({ readings }) => readings).toSorted()).toEqual(
        policy.readings.map(({ text }) => text).toSorted(),
      )
    }
    const { rules } = await control.rules.list()
    const rule = rules.find(({ id }) => id === 'AD-04')
    expect(rule?.asks.map(({ call }) => call)).toContain('roles.create')
    expect(rules.at(-1)).toMatchObject({ id: 'API', origin: 'platform' })
  })

  test('are checked as values and as text, whatever is given', async () => {
    const { control } = await place()
    const wrong = { ...adaptive, roles: [{ ...adaptive.roles[0], scope: 'galaxy' }] }
    expect(await control.policy.check(wrong)).toEqual(checkPolicy(wrong))
    expect(await control.policy.check(JSON.stringify(wrong))).toEqual(checkPolicy(wrong))
    expect(await control.policy.check(adaptive)).toEqual(checkPolicy(adaptive))
    for (const text of ['', '{', '{"name": 1,}', '[1, 2', 'nonsense', '{"a":1,"a":2}']) {
      const [finding, ...more] = await control.policy.check(text)
      expect([text, finding]).toEqual([
        text,
        expect.objectContaining({ severity: 'error', code: 'not_json', pointer: '' }),
      ])
      expect(more).toEqual([])
    }
    for (const value of [null, 5, [], {}, { name: {} }]) {
      expect((await control.policy.check(value)).length).toBeGreaterThan(0)
    }
    expect((await control.policy.check('{\n  "a" 1\n}'))[0]?.message).toContain('line 2, column 7')
  })

  test('are compared on the state as it is, and none is put in force', async () => {
    const { mock, control } = await place()
    const before = [mock.state, mock.policy.name]
    const { changes, more } = await control.policy.compare({ to: stricter })
    expect(changes).toEqual(diffPolicies(adaptive, stricter).changes)
    expect(changes.some(({ change }) => change === 'loses')).toBe(true)
    expect(more).toBe(0)
    const back = await control.policy.compare({ from: stricter, to: 'adaptive' })
    expect(back.changes.length).toBe(changes.length)
    expect([mock.state, mock.policy.name]).toEqual(before)
    expect(await control.policy.use(stricter)).toMatchObject({ changes, more: 0 })
  })

  test('are not compared if the state does not fit, or one is wrong', async () => {
    const { control } = await place()
    for (const to of ['bigml', 'nowhere', { name: 'x' }]) {
      const refused = Reflect.apply(control.policy.compare, undefined, [{ to }])
      await expect(refused).rejects.toBeInstanceOf(UnprocessableEntityError)
    }
  })
})

test('a large state is compared for some people, and says so', async () => {
  const mock: Mock = createMock({ scenario: crowd({ users: 300, projects: 5 }) })
  const { changes, more } = await createControl({ mock }).policy.compare({ to: stricter })
  expect(more).toBe(301 - 25)
  expect(new Set(changes.map(({ user }) => user)).size).toBeLessThanOrEqual(25)
})
