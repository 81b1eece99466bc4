import { NotFoundError, UnprocessableEntityError } from 'rolecall'
import { createMock, crowd, type Mock } from 'rolecall/mocks'
import { createControl } from 'rolecall/mocks/control'
import { describe, expect, test } from 'vitest'
import { places } from './controlled.ts'

/** All that a rehearsal must leave as it is. */
const memoryOf = (mock: Mock) => [
  mock.state,
  mock.requests.length,
  mock.history,
  mock.outbox,
  mock.clock.now,
  JSON.stringify(mock.coverage()),
  JSON.stringify(mock.snapshot()),
]

describe.each(Object.entries(places))('a rehearsal, %s', (_, place) => {
  test('answers what the call would answer, and changes nothing', async () => {
    const { mock, control } = await place()
    const before = memoryOf(mock)
    const args = [{ key: 'trial', name: 'Trial' }]
    const { status, answer, decision } = await control.rehearse({
      as: 'admin@acme.test',
      operation: 'teams.create',
      args,
    })
    expect(memoryOf(mock)).toEqual(before)
    const admin = await control.client({ as: 'admin@acme.test' })
    const created = await admin.teams.create({ key: 'trial', name: 'Trial' })
    expect([status, answer]).toEqual([201, created])
    expect(decision).toMatchObject({ allowed: true, outcome: 'yes', rule: 'AD-05' })
  })

  test('has the whole decision of a denied call, with its remedies', async () => {
    const { control } = await place()
    const call = {
      as: 'lead@acme.test',
      operation: 'roles.create',
      args: [{ key: 'mine', permissions: [] }],
    } as const
    const { status, code, decision, effect } = await control.rehearse(call)
    expect([status, code, decision.rule]).toEqual([403, 'permission_denied', 'AD-04'])
    expect(decision.alternatives[0]?.calls[0]?.operation).toBe('users.update')
    expect(effect.people.changes).toEqual([])
    expect(effect.resources.changes).toEqual([])
    const lead = await control.client({ as: 'lead@acme.test' })
    const denied = lead.roles.create({ key: 'mine', permissions: [] })
    await expect(denied).rejects.toMatchObject({ decision })
  })

  test('says who gains and loses, and what changes', async () => {
    const { control } = await place()
    const { effect } = await control.rehearse({
      as: 'admin@acme.test',
      operation: 'users.update',
      args: ['lead@acme.test', { teams: { admin: 'platform_admin', research: null } }],
    })
    const { people, resources } = effect
    expect(people.changes).toContainEqual({
      change: 'gains',
      user: 'lead@acme.test',
      action: 'roles.create',
      before: 'no',
      after: 'yes',
    })
    expect([people.gain, people.lose, people.more]).toEqual([1, 1, 0])
    expect(resources).toMatchObject({
      changes: [{ change: 'changed', type: 'user', name: 'lead@acme.test' }],
      more: 0,
    })
    expect(resources.changes[0]?.diff).toEqual(
      expect.arrayContaining([{ path: '/teams/admin', after: 'platform_admin' }]),
    )
  })

  test('takes If-Match', async () => {
    const { control } = await place()
    const call = {
      as: 'admin@acme.test',
      operation: 'teams.update',
      args: ['research', { name: 'R' }],
    } as const
    expect((await control.rehearse({ ...call, ifMatch: '"stale"' })).status).toBe(412)
  })

  test.each([
    [{ as: 'leed@acme.test', operation: 'roles.list' }, NotFoundError, 'Did you mean lead@'],
    [{ as: 'lead@acme.test', operation: 'roles.lst' }, UnprocessableEntityError, 'roles.list'],
    [
      { as: 'lead@acme.test', operation: 'roles.get', args: ['..'] },
      UnprocessableEntityError,
      'an id or a natural key',
    ],
    [{ as: 'lead@acme.test', operation: 'users.me', args: [1] }, UnprocessableEntityError, 'args'],
  ])('refuses %j', async (call, kind, text) => {
    const { control } = await place()
    const refused = Reflect.apply(control.rehearse, control, [call])
    await expect(refused).rejects.toBeInstanceOf(kind)
    await expect(refused).rejects.toThrow(text)
  })
})

describe.each(['adaptive', 'superannotate', 'peltarion', 'ica', 'bigml'] as const)(
  'on %s',
  (policy) => {
    test('the removal of a person takes all from them alone, and shows what is removed', async () => {
      const control = createControl({ mock: createMock({ policy }) })
      const users = await control.users()
      const admin = await control.client({ as: 'admin@acme.test' })
      for (const { email, status } of users) {
        const call = { as: 'admin@acme.test', operation: 'users.remove', args: [email] } as const
        const rehearsed = await control.rehearse(call)
        const { allowed } = await admin.can('users.remove', email)
        expect([email, rehearsed.status < 300]).toEqual([email, allowed])
        if (!allowed || status === 'pending') continue
        const { people, resources } = rehearsed.effect
        const own = people.changes.filter(({ user }) => user === email)
        expect(new Set(own.map(({ change }) => change))).toEqual(new Set(['loses']))
        expect(resources.changes).toContainEqual(
          expect.objectContaining({ change: 'removed', type: 'user', name: email }),
        )
      }
    })
  },
)

test('privacy says who loses sight of a project, among thousands too', async () => {
  const scenario = crowd({ users: 400, projects: 10 })
  const mock = createMock({ policy: 'bigml', scenario })
  const control = createControl({ mock })
  const admin = mock.client({ as: 'admin@acme.test' })
  const { data } = await admin.projects.list()
  const open = data.find((project) => !project.private)
  const { effect } = await control.rehearse({
    as: 'admin@acme.test',
    operation: 'projects.update',
    args: [open?.key, { private: true }],
  })
  const { people } = effect
  await admin.projects.update(open?.key ?? '', { private: true })
  const blind = mock.users().filter(({ email, status, role }) => {
    const sees = role === 'owner' || role === 'admin' || email === 'admin@acme.test'
    return status === 'active' && !sees
  })
  expect(people.lose).toBeGreaterThan(0)
  expect(people.lose).toBeLessThanOrEqual(blind.length)
  expect(people.changes.length).toBeLessThanOrEqual(2000)
  expect(people.more).toBeGreaterThan(0)
  const [first] = people.changes
  const lost = mock.client({ as: first?.user ?? '' }).projects.get(open?.key ?? '')
  await expect(lost).rejects.toBeInstanceOf(NotFoundError)
})
