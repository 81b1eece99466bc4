import { ConfigurationError, createMock, problem } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { as } from '../ask.ts'

const admin = 'admin@acme.test'
const lead = 'lead@acme.test'
const none = { data: [], nextCursor: null }

test('an override answers in place of policy and platform', async () => {
  const mock = createMock()
  const calls: unknown[] = []
  const role = await mock.client({ as: admin }).roles.get('annotator')
  mock.override('roles.create', ({ args: [body], actor }) => {
    calls.push([body.key, actor.email])
    return { ...role, key: body.key }
  })
  const { state } = mock
  const answer = await as(mock, lead)('POST /v1/roles', { key: 'mine', permissions: [] })
  expect([answer.status, answer.body.key]).toEqual([201, 'mine'])
  expect(answer.headers.get('etag')).toBe(`"${role.etag}"`)
  expect(calls).toEqual([['mine', lead]])
  expect(mock.state).toBe(state)
})

test('it runs after routing, signing in and checks of the body', async () => {
  const mock = createMock()
  let calls = 0
  mock.override('teams.create', ({ next }) => {
    calls += 1
    return next()
  })
  const statuses = [
    (await mock.fetch('/v1/teams', { method: 'POST' })).status,
    (await as(mock, admin)('POST /v1/teams', '{')).status,
    (await as(mock, admin)('POST /v1/teams', { key: 'Two Words' })).status,
    (await as(mock, admin)('POST /v1/teamz', { key: 'qa' })).status,
  ]
  expect([statuses, calls]).toEqual([[401, 400, 422, 404], 0])
})

test('it lasts until its function, or a reset, ends it; once for one call', async () => {
  const mock = createMock()
  const count = async () => Array((await as(mock, admin)('GET /v1/users')).body.data).flat().length
  const usual = await count()
  const end = mock.override('users.list', () => none)
  expect([await count(), await count()]).toEqual([0, 0])
  end()
  expect(await count()).toBe(usual)
  mock.override('users.list', () => none, { once: true })
  expect([await count(), await count()]).toEqual([0, usual])
  const former = mock.override('users.list', () => none)
  mock.override('users.list', ({ next }) => next())
  former()
  expect(await count()).toBe(usual)
  mock.override('users.list', () => none)
  mock.reset()
  expect(await count()).toBe(usual)
})

describe('next', () => {
  test('makes the call with all its effects, and returns its result', async () => {
    const mock = createMock()
    mock.override('teams.create', ({ next }) => ({ ...next(), name: 'Renamed' }))
    const answer = await as(mock, admin)('POST /v1/teams', { key: 'qa' })
    expect(answer.body).toMatchObject({ key: 'qa', name: 'Renamed' })
    const stored = await as(mock, admin)('GET /v1/teams/qa')
    expect(stored.body).toMatchObject({ key: 'qa', name: 'qa' })
    expect(mock.history).toMatchObject([{ operation: 'teams.create', actor: admin }])
  })

  test('throws the problem of a refusal, which passes on whole', async () => {
    const own = await as(createMock(), lead)('POST /v1/roles', { key: 'mine', permissions: [] })
    const mock = createMock()
    mock.override('roles.create', ({ next }) => next())
    const passed = await as(mock, lead)('POST /v1/roles', { key: 'mine', permissions: [] })
    expect([passed.status, passed.body]).toEqual([403, own.body])
    expect(passed.body.decision).toMatchObject({ allowed: false })
  })

  test('throws what can be replaced', async () => {
    const mock = createMock()
    mock.override('users.list', () => none)
    mock.override('roles.create', ({ next }) => {
      try {
        return next()
      } catch (error) {
        expect(error).toMatchObject({ name: 'MockProblem', status: 403, code: 'permission_denied' })
        throw problem(503, 'internal_error', 'The directory is being moved.')
      }
    })
    const answer = await as(mock, lead)('POST /v1/roles', { key: 'mine', permissions: [] })
    expect([answer.status, answer.body.code, answer.body.detail]).toEqual([
      503,
      'internal_error',
      'The directory is being moved.',
    ])
  })

  test('returns nothing for an operation without a result', async () => {
    const mock = createMock()
    const ask = as(mock, admin)
    const results: unknown[] = []
    mock.override('teams.delete', ({ next }) => {
      results.push(next())
    })
    await ask('POST /v1/teams', { key: 'qa' })
    expect((await ask('DELETE /v1/teams/qa')).status).toBe(204)
    expect(results).toEqual([undefined])
    expect((await ask('GET /v1/teams/qa')).status).toBe(404)
  })
})

test.each<readonly [string, () => unknown, RegExp]>([
  [
    'a result against the document',
    () => ({ data: [{ id: 5 }], nextCursor: null }),
    /^The override of users\.list returned what the API's document does not allow: \/data\/0/,
  ],
  ['nothing', () => undefined, /^The override of users\.list returned what the API's document/],
  ['a promise', async () => none, /^The override of users\.list returned a promise\. Make it sync/],
  [
    'a rejected promise',
    async () => {
      throw new Error('late')
    },
    /returned a promise/,
  ],
  [
    'an error',
    () => {
      throw new TypeError('oops')
    },
    /^The override of users\.list threw TypeError: oops/,
  ],
])('%s is a 500 that names the override', async (_, override, detail) => {
  const mock = createMock()
  Reflect.apply(mock.override, mock, ['users.list', override])
  const answer = await as(mock, admin)('GET /v1/users')
  expect([answer.status, answer.body.code]).toEqual([500, 'internal_error'])
  expect(answer.body.detail).toMatch(detail)
})

test('a result where there should be none is a 500', async () => {
  const mock = createMock()
  Reflect.apply(mock.override, mock, ['teams.delete', () => ({ key: 'qa' })])
  const answer = await as(mock, admin)('DELETE /v1/teams/support')
  expect(answer.body).toMatchObject({
    status: 500,
    detail: expect.stringContaining('returned a value'),
  })
})

test('next gives a repeat by idempotency key its kept answer', async () => {
  const mock = createMock()
  let calls = 0
  mock.override('teams.create', ({ next }) => {
    calls += 1
    return { ...next(), name: `Call ${calls}` }
  })
  const key = { 'idempotency-key': 'one' }
  const first = await as(mock, admin)('POST /v1/teams', { key: 'qa' }, key)
  const second = await as(mock, admin)('POST /v1/teams', { key: 'qa' }, key)
  expect([first.status, second.status, second.body.key, calls]).toEqual([201, 201, 'qa', 2])
  expect(second.headers.get('idempotency-replayed')).toBe('true')
})

test('the log says that an override answered', async () => {
  const mock = createMock()
  mock.override('users.list', () => none)
  await as(mock, admin)('GET /v1/users')
  expect(mock.requests.at(-1)).toMatchObject({
    operation: 'users.list',
    status: 200,
    note: 'An override of users.list answered.',
  })
})

test('no control path takes one', async () => {
  const mock = createMock()
  const paths = ['/__mock/overrides', '/__mock/override', '/__mock/overrides/users.list']
  for (const path of paths) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await mock.fetch(path, { method: 'POST', body: '{}' })).status).toBe(404)
  }
})

describe('mock.override refuses', () => {
  const mock = createMock()
  test.each<readonly [string, readonly unknown[], string]>([
    ['an unknown operation', ['user.list', () => none], 'not "user.list". Did you mean users.list'],
    ['no operation', [undefined, () => none], 'takes the name of an operation, not undefined'],
    ['a prototype', ['__proto__', () => none], 'takes the name of an operation'],
    ['no function', ['users.list'], 'override must be a function'],
    ['a page', ['users.list', none], 'override must be a function, not an object'],
    ['an unknown option', ['users.list', () => none, { onse: true }], 'Did you mean once'],
    [
      'a wrong option',
      ['users.list', () => none, { once: 1 }],
      'once must be true or false, not 1',
    ],
  ])('%s', (_, args, message) => {
    const override = () => Reflect.apply(mock.override, mock, args)
    expect(override).toThrow(ConfigurationError)
    expect(override).toThrow(message)
  })
})

test.each<readonly [string, readonly unknown[], string]>([
  ['no status', [], 'status'],
  ['a success', [200, 'not_found'], 'status must be a whole number from 400 to 599, not 200'],
  ['a fraction', [404.5, 'not_found'], 'status must be a whole number'],
  ['an unknown code', [404, 'not_fount'], 'Did you mean not_found'],
])('problem refuses %s', (_, args, message) => {
  expect(() => Reflect.apply(problem, undefined, args)).toThrow(ConfigurationError)
  expect(() => Reflect.apply(problem, undefined, args)).toThrow(message)
})
