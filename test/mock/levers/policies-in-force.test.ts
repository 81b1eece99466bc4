import { ConfigurationError, createMock } from 'rolecall/mocks'
import { adaptive, definePolicy } from 'rolecall/policies'
import { expect, test } from 'vitest'
import { as, column } from '../ask.ts'

const admin = 'admin@acme.test'
const lead = 'lead@acme.test'
const { 'roles.delete': _, ...changes } = adaptive.changes
const terse = definePolicy({ ...adaptive, changes })

test('another policy is in force on the same state', async () => {
  const mock = createMock()
  const ask = as(mock, admin)
  await ask('POST /v1/roles', { key: 'mine', permissions: [] })
  await ask('POST /v1/teams', { key: 'qa' })
  const roles = (await ask('GET /v1/roles')).body
  const users = (await ask('GET /v1/users')).body
  const { sections } = mock.use(terse)
  expect(sections).toEqual([])
  expect([mock.policy, mock.history]).toEqual([terse, []])
  expect((await ask('GET /v1/roles')).body).toEqual(roles)
  expect((await ask('GET /v1/users')).body).toEqual(users)
  expect(column((await ask('GET /v1/teams')).body, 'key')).toContain('qa')
  expect((await ask('DELETE /v1/roles/mine')).body.code).toBe('operation_not_offered')
})

test('it tells what people lose and gain', () => {
  const mock = createMock()
  const lost = mock.use(terse)
  expect(lost.changes.map(({ action }) => action)).toContain('roles.delete')
  expect(lost.changes.map(({ user }) => user)).toContain(admin)
  expect(mock.use('adaptive').changes).toHaveLength(lost.changes.length)
})

test('the differences are those of the moment, whenever they are read', async () => {
  const mock = createMock()
  const late = mock.use(terse)
  await as(mock, admin)('DELETE /v1/users/lead@acme.test')
  const early = createMock().use(terse)
  expect(late.changes).toEqual(early.changes)
  expect(late.changes).toBe(late.changes)
})

test('a reset keeps it, with the state of the start', async () => {
  const mock = createMock()
  mock.use(terse)
  const start = mock.state
  await as(mock, admin)('POST /v1/teams', { key: 'qa' })
  mock.reset()
  expect([mock.policy.name, mock.state]).toEqual([terse.name, start])
  expect((await as(mock, admin)('DELETE /v1/roles/annotator')).body.code).toBe(
    'operation_not_offered',
  )
})

test('overrides, tokens, kept answers and the audit stay', async () => {
  const mock = createMock()
  const key = { 'idempotency-key': 'one' }
  const ask = as(mock, admin)
  await ask('POST /v1/teams', { key: 'qa' }, key)
  mock.override('users.list', () => ({ data: [], nextCursor: null }))
  mock.use(terse)
  expect((await ask('GET /v1/users')).body.data).toEqual([])
  const again = await ask('POST /v1/teams', { key: 'qa' }, key)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(column((await ask('GET /v1/audit')).body, 'operation')).toContain('teams.create')
})

test('what does not fit is named, and the former policy stays in force', async () => {
  const mock = createMock()
  await as(mock, admin)('POST /v1/roles', { key: 'mine', permissions: [] })
  const { state, policy } = mock
  expect(() => mock.use('bigml')).toThrow(ConfigurationError)
  expect(() => mock.use('bigml')).toThrow(/^Policy bigml does not fit the state: .*And \d+ more\.$/)
  expect(() => mock.use('bigml')).toThrow(
    /roles\[0\] \(deputy\) is the custom role deputy\. bigml has none in a team\./,
  )
  expect([mock.state, mock.policy]).toEqual([state, policy])
  expect((await as(mock, lead)('GET /v1/me')).status).toBe(200)
})

test.each<readonly [unknown, string]>([
  ['adaptve', 'policy must be one of'],
  ['adaptve', 'Did you mean adaptive'],
  [null, 'policy'],
  [5, 'policy must be'],
  [{ name: 'mine' }, 'policy'],
  [{ ...adaptive, roles: 'all' }, 'policy'],
])('use refuses %o', (policy, message) => {
  const mock = createMock()
  expect(() => Reflect.apply(mock.use, mock, [policy])).toThrow(ConfigurationError)
  expect(() => Reflect.apply(mock.use, mock, [policy])).toThrow(message)
  expect(mock.policy).toBe(adaptive)
})
