import { describe, expect, test } from 'vitest'
import { createClient, RolecallError } from '../../src/index.ts'
import { startServer } from '../support/recording-server.ts'

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/

async function start() {
  const { origin, requests } = await startServer(({ method }) =>
    method === 'DELETE'
      ? { status: 204 }
      : { json: { data: [], nextCursor: null, decision: true } },
  )
  return { client: createClient({ baseUrl: origin, token: 'tok_abcdef' }), origin, requests }
}

test('a call sends its method, path, body and token', async () => {
  const { client, requests } = await start()
  await client.roles.create({ key: 'reviewer', permissions: ['use_case:read'] })
  expect(requests[0]).toMatchObject({
    method: 'POST',
    url: '/v1/roles',
    body: '{"key":"reviewer","permissions":["use_case:read"]}',
    headers: {
      accept: 'application/json',
      authorization: 'Bearer tok_abcdef',
      'content-type': 'application/json',
    },
  })
})

test('an update is a merge patch', async () => {
  const { client, requests } = await start()
  await client.users.update('reviewer@acme.test', { teams: { support: 'reviewer', legacy: null } })
  expect(requests[0]).toMatchObject({
    method: 'PATCH',
    url: '/v1/users/reviewer%40acme.test',
    body: '{"teams":{"support":"reviewer","legacy":null}}',
    headers: { 'content-type': 'application/merge-patch+json' },
  })
})

test('path arguments go where their names say', async () => {
  const { client, requests } = await start()
  await client.projects.members.get('support-bot', 'mem_1')
  expect(requests[0]?.url).toBe('/v1/projects/support-bot/members/mem_1')
})

test('an answer without content gives undefined', async () => {
  const { client } = await start()
  expect(await client.roles.delete('reviewer')).toBeUndefined()
})

test('an omitted body is not sent', async () => {
  const { client, requests } = await start()
  await client.projects.members.accept('support-bot', 'mem_1')
  expect(requests[0]).toMatchObject({ method: 'POST', body: '' })
  expect(requests[0]?.headers).not.toHaveProperty('content-type')
})

describe('the query', () => {
  async function urlOf(query: object) {
    const { client, requests } = await start()
    await Reflect.apply(client.users.list, client.users, [query])
    return requests[0]?.url
  }

  test('leaves out undefined and null, and keeps false and 0', async () => {
    expect(await urlOf({ a: undefined, b: null, c: false, d: 0, e: '' })).toBe(
      '/v1/users?c=false&d=0&e=',
    )
  })

  test('has dates in ISO 8601, and lists item by item', async () => {
    expect(await urlOf({ after: new Date(0), status: ['active', 'pending'] })).toBe(
      '/v1/users?after=1970-01-01T00%3A00%3A00.000Z&status=active&status=pending',
    )
  })

  test('escapes delimiters', async () => {
    expect(await urlOf({ team: 'a&limit=1#?' })).toBe('/v1/users?team=a%26limit%3D1%23%3F')
  })

  test.each([
    [
      { team: { key: 'x' } },
      "users.list: the query's team must be text, a number, a boolean or a date, not object",
    ],
    [{ after: new Date(Number.NaN) }, "users.list: the query's after must be text"],
    ['support', 'users.list: the query must be an object such as { limit: 50 }, not string'],
  ])('%j is refused', async (query, message) => {
    const { client, requests } = await start()
    const call = Reflect.apply(client.users.list, client.users, [query])
    await expect(call).rejects.toThrow(RolecallError)
    await expect(call).rejects.toThrow(message)
    expect(requests).toEqual([])
  })
})

describe('the idempotency key', () => {
  test('is new for every write', async () => {
    const { client, requests } = await start()
    await client.roles.create({ key: 'a', permissions: [] })
    await client.roles.update('a', { name: 'A' })
    await client.roles.delete('a')
    await client.projects.transferOwnership('p', { to: 'a@acme.test' })
    const keys = requests.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toEqual(keys.map(() => expect.stringMatching(uuid)))
    expect(new Set(keys).size).toBe(4)
  })

  test('is not sent with a read', async () => {
    const { client, requests } = await start()
    await client.roles.list()
    await client.access.evaluate({
      subject: { type: 'user', id: 'me' },
      action: { name: 'roles.list' },
      resource: { type: 'organization', id: 'current' },
    })
    for (const { headers } of requests) expect(headers).not.toHaveProperty('idempotency-key')
  })

  test('can be given', async () => {
    const { client, requests } = await start()
    await client.roles.delete('a', { idempotencyKey: 'once' })
    expect(requests[0]?.headers['idempotency-key']).toBe('once')
  })
})

describe('ifMatch', () => {
  test.each([
    ['v1', '"v1"'],
    ['"v1"', '"v1"'],
    ['W/"v1"', 'W/"v1"'],
    ['*', '*'],
  ])('%s is sent as %s', async (ifMatch, header) => {
    const { client, requests } = await start()
    await client.roles.update('a', { name: 'A' }, { ifMatch })
    expect(requests[0]?.headers['if-match']).toBe(header)
  })
})

describe('headers', () => {
  test("of a call override the client's, and null removes one", async () => {
    const { origin, requests } = await start()
    const client = createClient({
      baseUrl: origin,
      token: 'tok_abcdef',
      headers: { 'X-App': 'console', 'X-Trace': 'on' },
    })
    await client.users.me({ headers: { 'x-app': 'script', 'x-trace': null, authorization: null } })
    expect(requests[0]?.headers['x-app']).toBe('script')
    expect(requests[0]?.headers).not.toHaveProperty('x-trace')
    expect(requests[0]?.headers).not.toHaveProperty('authorization')
  })

  test('an invalid one is named without its value', async () => {
    const { client, requests } = await start()
    const call = client.users.me({ headers: { 'X-Key': 'secret\nword' } })
    await expect(call).rejects.toThrow(/^headers\["X-Key"\] must be a line of Latin-1/)
    await expect(call).rejects.not.toThrow('secret')
    expect(requests).toEqual([])
  })
})
