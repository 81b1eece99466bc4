import { beforeEach, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { as, column } from './ask.ts'

let mock: Mock
beforeEach(() => {
  mock = createMock()
})

async function pages(user: string, path: string, limit: number) {
  const ask = as(mock, user)
  const found: unknown[][] = []
  let cursor: unknown
  do {
    const query = `limit=${limit}${typeof cursor === 'string' ? `&cursor=${cursor}` : ''}`
    const { body } = await ask(`GET ${path}${path.includes('?') ? '&' : '?'}${query}`)
    found.push(column(body, 'id'))
    cursor = body.nextCursor
  } while (cursor !== null)
  return found
}

test('the pages together are the whole list, in order of creation, without gaps or repeats', async () => {
  const whole = column((await as(mock, 'admin@acme.test')('GET /v1/users')).body, 'id')
  expect(whole).toHaveLength(20)
  for (const limit of [1, 7, 10, 20, 200]) {
    const found = await pages('admin@acme.test', '/v1/users', limit)
    expect(found.flat()).toEqual(whole)
    expect(found).toHaveLength(Math.ceil(20 / limit))
  }
})

test('a cursor survives the deletion of its item', async () => {
  const ask = as(mock, 'admin@acme.test')
  const all = column((await ask('GET /v1/users')).body, 'id')
  const first = (await ask('GET /v1/users?limit=5')).body
  await ask(`DELETE /v1/users/${String(all[4])}`)
  const second = (await ask(`GET /v1/users?limit=5&cursor=${String(first.nextCursor)}`)).body
  expect(column(second, 'id')).toEqual(all.slice(5, 10))
})

test('a cursor belongs to one list and its filters, not to its limit', async () => {
  const ask = as(mock, 'admin@acme.test')
  const cursor = String((await ask('GET /v1/users?limit=2&status=active')).body.nextCursor)
  expect((await ask(`GET /v1/users?limit=3&status=active&cursor=${cursor}`)).status).toBe(200)
  for (const path of ['/v1/users?', '/v1/users?status=pending&', '/v1/roles?']) {
    const { status, body } = await ask(`GET ${path}cursor=${cursor}`)
    expect([status, body.code]).toEqual([400, 'invalid_cursor'])
  }
  for (const made of ['x', 'MQ', '%00', `${cursor}x`]) {
    expect((await ask(`GET /v1/users?status=active&cursor=${made}`)).body.code).toBe(
      'invalid_cursor',
    )
  }
})

test('a limit is 1 to 200', async () => {
  const ask = as(mock, 'admin@acme.test')
  for (const limit of ['0', '201', 'x', '', '1.5', '1&limit=2']) {
    const { status, body } = await ask(`GET /v1/users?limit=${limit}`)
    expect([status, body.code]).toEqual([422, 'validation_failed'])
  }
})

test('filters apply before paging, and all of them must match', async () => {
  const ask = as(mock, 'admin@acme.test')
  const emails = async (query: string) =>
    column((await ask(`GET /v1/users?${query}`)).body, 'email')
  expect(await emails('team=legacy')).toEqual(['reviewer@acme.test', 'archivist@acme.test'])
  expect(await emails('team=legacy&role=power_user')).toEqual(['archivist@acme.test'])
  expect(await emails('role=platform_admin')).toEqual([
    'platform@acme.test',
    'support-platform@acme.test',
  ])
  expect(await emails('email=LEAD@acme.test')).toEqual(['lead@acme.test'])
  expect(await emails('email=lead@acme.test&team=support')).toEqual([])
  expect(await emails('type=service')).toEqual(['chatbot@acme.test'])
  expect(await emails('status=pending')).toEqual(['invited@acme.test'])
  expect((await pages('admin@acme.test', '/v1/users?team=support', 2)).flat()).toHaveLength(9)
})

test('an unknown reference in a filter is 422', async () => {
  const { status, body } = await as(mock, 'admin@acme.test')('GET /v1/users?team=suport')
  expect([status, body.code]).toEqual([422, 'unknown_reference'])
})

test('hidden items are left out, and pages are full all the same', async () => {
  const seen = async (user: string) =>
    column((await as(mock, user)('GET /v1/projects')).body, 'key')
  expect(await seen('lead@acme.test')).toEqual(['churn', 'triage', 'summaries'])
  expect(await seen('archivist@acme.test')).toEqual(['archive'])
  expect(await seen('newcomer@acme.test')).toEqual([])
  const found = await pages('archivist@acme.test', '/v1/projects', 1)
  expect(found).toHaveLength(1)
})

test('a list that the caller may not read is 403, never empty', async () => {
  const ask = as(mock, 'scientist@acme.test')
  for (const list of ['users', 'roles', 'teams']) {
    expect((await ask(`GET /v1/${list}`)).status).toBe(403)
  }
})

test('artifacts are those that the caller may get, of all projects or of one', async () => {
  const names = async (user: string, query = '') =>
    column((await as(mock, user)(`GET /v1/artifacts${query}`)).body, 'name')
  expect(await names('watcher@acme.test')).toEqual(['churn-small-run-1', 'churn-small-check-1'])
  expect(await names('support-lead@acme.test', '?project=triage')).toEqual([
    'churn-small',
    'tickets-2025',
    'ticket-4711',
  ])
  expect(await names('newcomer@acme.test')).toEqual([])
})

test('every list of the API has pages', async () => {
  const ask = as(mock, 'admin@acme.test')
  for (const list of ['permissions', 'roles', 'teams', 'users', 'projects', 'artifacts']) {
    const { status, body } = await ask(`GET /v1/${list}?limit=1`)
    expect([list, status]).toEqual([list, 200])
    expect(Object.keys(body)).toEqual(['data', 'nextCursor'])
  }
  expect((await pages('admin@acme.test', '/v1/permissions', 5)).flat()).toHaveLength(28)
})
