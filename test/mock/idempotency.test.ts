import { beforeEach, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { as } from './ask.ts'

let mock: Mock
beforeEach(() => {
  mock = createMock()
})

const admin = 'admin@acme.test'
const role = { key: 'reviewer', permissions: ['use_case:read'] }
const both = ['use_case:read', 'use_case:adapt']
const key = { 'idempotency-key': 'once' }

test('a retry answers the same and does nothing again', async () => {
  const ask = as(mock, admin)
  const first = await ask('POST /v1/roles', role, key)
  const after = mock.state
  const second = await ask('POST /v1/roles', role, key)
  expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null])
  expect([second.status, second.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
  expect(second.body).toEqual(first.body)
  expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
  expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
  expect(mock.state === after).toBe(true)
})

test('a retried delete is not a 404', async () => {
  const ask = as(mock, admin)
  await ask('POST /v1/roles', role)
  expect((await ask('DELETE /v1/roles/reviewer', undefined, key)).status).toBe(204)
  expect((await ask('DELETE /v1/roles/reviewer', undefined, key)).status).toBe(204)
  expect((await ask('DELETE /v1/roles/reviewer')).status).toBe(404)
})

test('the key comes before the etag, which the first call made stale', async () => {
  const ask = as(mock, admin)
  const etag = (await ask('GET /v1/users/lead@acme.test')).headers.get('etag') ?? ''
  const headers = { ...key, 'if-match': etag }
  const update = () => ask('PATCH /v1/users/lead@acme.test', { name: 'Lead' }, headers)
  expect((await update()).status).toBe(200)
  expect((await update()).status).toBe(200)
})

test('the same key with another body is 422', async () => {
  const ask = as(mock, admin)
  await ask('POST /v1/roles', role, key)
  const other = await ask('POST /v1/roles', { ...role, key: 'other' }, key)
  expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
})

test.each([
  ['a byte order mark', '\ufeff{"key":"reviewer","permissions":["use_case:read"]}'],
  ['blanks', ' { "key" : "reviewer",\n"permissions": [ "use_case:read" ] } '],
  ['another order', '{"permissions":["use_case:read"],"key":"reviewer"}'],
  ['escapes', '{"key":"review\\u0065r","permissions":["use_case:read"]}'],
])('a body that means the same with %s is the same', async (_, body) => {
  const ask = as(mock, admin)
  const first = await ask('POST /v1/roles', role, key)
  const again = await ask('POST /v1/roles', body, key)
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
  expect(again.body).toEqual(first.body)
})

test.each([
  ['another order of items', { ...role, permissions: ['use_case:adapt', 'use_case:read'] }],
  ['null for an omitted key', { ...role, permissions: both, description: null }],
  ['text for a list', { ...role, permissions: 'use_case:read,use_case:adapt' }],
])('a body with %s is another', async (_, body) => {
  const ask = as(mock, admin)
  await ask('POST /v1/roles', { ...role, permissions: both }, key)
  const { status, body: problem } = await ask('POST /v1/roles', body, key)
  expect([status, problem.code]).toEqual([422, 'idempotency_key_reused'])
})

test.each(['not json', '{"key":"reviewer","key":"reviewer"}', '{"key":"\ud800"}', ''])(
  'the body %j is refused with a used key as without',
  (body) => {
    const headers = {
      authorization: `Bearer ${mock.token(admin)}`,
      'content-type': 'application/json',
    }
    const message = { method: 'POST', path: '/v1/roles', query: '', headers }
    mock.handle({ ...message, headers: { ...headers, ...key }, body: JSON.stringify(role) })
    const id = { 'x-request-id': 'same' }
    const fresh = mock.handle({ ...message, headers: { ...headers, ...id }, body })
    const used = mock.handle({ ...message, headers: { ...headers, ...id, ...key }, body })
    expect(JSON.parse(used.body)).toMatchObject({ status: 400, code: 'malformed_json' })
    expect(used).toEqual(fresh)
  },
)

test('a missing body equals an empty one', () => {
  const authorization = `Bearer ${mock.token(admin)}`
  const headers = { authorization, ...key }
  const message = { method: 'DELETE', path: '/v1/users/lead@acme.test', query: '', headers }
  const replayed = { 'Idempotency-Replayed': 'true' }
  expect(mock.handle(message)).toMatchObject({ status: 204 })
  expect(mock.handle(message)).toMatchObject({ status: 204, headers: replayed })
  expect(mock.handle({ ...message, body: '' })).toMatchObject({ status: 204, headers: replayed })
  expect(mock.handle({ ...message, method: 'POST', path: '/v1/teams' }).status).toBe(400)
  expect(mock.handle({ ...message, method: 'POST', path: '/__mock/reset' }).status).toBe(415)
})

test('a refused call is not stored, so it can succeed after its remedy', async () => {
  const lead = as(mock, 'lead@acme.test')
  expect((await lead('POST /v1/roles', role, key)).status).toBe(403)
  const remedy = { teams: { admin: 'platform_admin' } }
  await as(mock, admin)('PATCH /v1/users/lead@acme.test', remedy)
  expect((await lead('POST /v1/roles', role, key)).status).toBe(201)
})

test('keys are scoped to user, method and path', async () => {
  await as(mock, admin)('POST /v1/roles', role, key)
  const platform = as(mock, 'platform@acme.test')
  expect((await platform('POST /v1/roles', role, key)).body.code).toBe('key_taken')
  expect((await as(mock, admin)('POST /v1/teams', { key: 'qa' }, key)).status).toBe(201)
})

test('a key has 1 to 255 characters', async () => {
  const long = { 'idempotency-key': 'x'.repeat(256) }
  const { status, body } = await as(mock, admin)('POST /v1/roles', role, long)
  expect([status, body.code]).toEqual([400, 'invalid_request'])
})
