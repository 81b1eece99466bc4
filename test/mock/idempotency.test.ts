import { beforeEach, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { as } from './ask.ts'

let mock: Mock
beforeEach(() => {
  mock = createMock()
})

const admin = 'admin@acme.test'
const role = { key: 'reviewer', permissions: ['use_case:read'] }
const key = { 'idempotency-key': 'once' }

test('a repeat answers the same and does nothing again', async () => {
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

test('a repeated delete is not a 404', async () => {
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

test('a refused call is not kept, so that it can succeed after its remedy', async () => {
  const lead = as(mock, 'lead@acme.test')
  expect((await lead('POST /v1/roles', role, key)).status).toBe(403)
  const remedy = { teams: { admin: 'platform_admin' } }
  await as(mock, admin)('PATCH /v1/users/lead@acme.test', remedy)
  expect((await lead('POST /v1/roles', role, key)).status).toBe(201)
})

test('keys are kept per user, method and path', async () => {
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
