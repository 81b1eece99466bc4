import { createCore, rawClient } from 'rolecall/core'
import { createMock } from 'rolecall/mocks'
import { rolesClient } from 'rolecall/resources/roles'
import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import { type RawClient, type ResponseEvent, RolecallError } from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer } from '../support/recording-server.ts'
import { role, path, start } from './raw-client.ts'
import { rejection } from '../support/refusal.ts'

describe('a raw call', () => {
  test('is sent like one of a resource', async () => {
    const { raw, requests } = await start()
    const { data, error, response } = await raw.GET('/v1/roles/{role}', { params: { path } })
    expect(data).toEqual(role)
    expect(error).toBeUndefined()
    expect(response.status).toBe(200)
    await raw.GET('/v1/users', { params: { query: { team: 'a b', limit: 2 } } })
    await raw.PATCH('/v1/roles/{role}', { params: { path }, body: { name: 'Reviewer' } })
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /v1/roles/reviewer',
      'GET /v1/users?team=a+b&limit=2',
      'PATCH /v1/roles/reviewer',
    ])
    expect(requests[0]?.headers).toMatchObject({
      accept: 'application/json',
      authorization: 'Bearer tok_secret',
    })
    expect(requests[2]).toMatchObject({
      body: '{"name":"Reviewer"}',
      headers: { 'content-type': 'application/merge-patch+json' },
    })
  })

  test('without an answer body has no data', async () => {
    const { raw } = await start(() => ({ status: 204 }))
    const { data, error, response } = await raw.DELETE('/v1/roles/{role}', { params: { path } })
    expect([data, error, response.status]).toEqual([undefined, undefined, 204])
  })

  test('is typed by the document', async () => {
    const { raw } = await start()
    expectTypeOf(raw).toEqualTypeOf<RawClient>()
    const { data } = await raw.GET('/v1/roles/{role}', { params: { path } })
    expectTypeOf(data?.permissions).toEqualTypeOf<string[] | undefined>()
    // @ts-expect-error -- no such path
    void (() => raw.GET('/v1/rolls'))
    // @ts-expect-error -- the path argument is missing
    void (() => raw.GET('/v1/roles/{role}', {}))
    // @ts-expect-error -- no such method there
    void (() => raw.DELETE('/v1/roles'))
  })

  test.each([
    [
      'that is missing',
      {},
      'client.raw: the argument role is missing: it must be an id or a natural key',
    ],
    ['that means the parent', { params: { path: { role: '..' } } }, 'not ".."'],
    ['that is empty', { params: { path: { role: '' } } }, 'role is missing'],
  ])('with the argument %s is not sent', async (_, init, message) => {
    const { raw, requests } = await start()
    const error = await rejection(Reflect.apply(raw.GET, raw, ['/v1/roles/{role}', init]))
    expect(error).toBeInstanceOf(RolecallError)
    expect(error).toHaveProperty('message', expect.stringContaining(message))
    expect(requests).toEqual([])
  })

  test('serializes dates, and refuses values that JSON cannot hold', async () => {
    const { raw, requests } = await start(() => ({ json: { data: [], nextCursor: null } }))
    const query = { after: new Date(0) }
    await Reflect.apply(raw.GET, raw, ['/v1/audit', { params: { query } }])
    expect(requests[0]?.url).toBe('/v1/audit?after=1970-01-01T00%3A00%3A00.000Z')
    const body = { key: 'a', permissions: new Set() }
    const call = Reflect.apply(raw.POST, raw, ['/v1/roles', { body }])
    await expect(call).rejects.toThrow(
      'client.raw: permissions must be what JSON can hold, not Set',
    )
  })

  test('is retried for transient failures, a write under one key', async () => {
    const { raw, requests } = await start(() =>
      requests.length < 3 ? problemAnswer(503, 'internal_error') : { json: role },
    )
    const { data } = await raw.POST('/v1/roles', { body: role })
    expect(data).toEqual(role)
    const keys = requests.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toEqual([expect.any(String), keys[0], keys[0]])
    expect(requests.map(({ body }) => body)).toEqual(Array(3).fill(JSON.stringify(role)))
  })

  test('renews a refused token once', async () => {
    const tokens = ['tok_old', 'tok_new']
    const { raw, requests } = await start(
      ({ headers }) =>
        headers.authorization === 'Bearer tok_new'
          ? { json: role }
          : problemAnswer(401, 'invalid_token'),
      { token: () => tokens.shift() ?? null },
    )
    expect(await raw.GET('/v1/me')).toMatchObject({ data: role })
    expect(requests).toHaveLength(2)
  })

  test("counts as a write by the document, and listeners get its operation's name", async () => {
    const { client, raw, requests } = await start(() => ({ json: { decision: true } }))
    const heard: string[] = []
    client.onWrite((operation) => heard.push(operation))
    await raw.POST('/access/v1/evaluation', {
      body: {
        subject: { type: 'user', id: 'me' },
        action: { name: 'roles.list' },
        resource: { type: 'organization', id: 'current' },
      },
    })
    expect(requests[0]?.headers).not.toHaveProperty('idempotency-key')
    await raw.POST('/v1/roles', { body: role, params: { header: { 'Idempotency-Key': 'once' } } })
    expect(requests[1]?.headers['idempotency-key']).toBe('once')
    expect(heard).toEqual(['roles.create'])
  })

  test('calls hooks like any other call', async () => {
    const onResponse = vi.fn<(event: ResponseEvent) => void>()
    const { raw } = await start(undefined, { hooks: { onResponse } })
    await raw.GET('/v1/roles/{role}', { params: { path } })
    expect(onResponse).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        operation: 'roles.get',
        template: '/v1/roles/{role}',
        status: 200,
        error: undefined,
      }),
    )
  })
})

test('in process, it calls the mock as the signed-in user of the client', async () => {
  const mock = createMock({ policy: 'adaptive' })
  const { raw } = mock.client({ as: 'lead@acme.test' })
  const { data } = await raw.GET('/v1/me')
  expect(data?.email).toBe('lead@acme.test')
  const { error } = await raw.DELETE('/v1/teams/{team}', {
    params: { path: { team: 'support' } },
  })
  expect(error?.code).toBe('permission_denied')
  const body = { key: 'legal' }
  await mock.client({ as: 'admin@acme.test' }).raw.POST('/v1/teams', { body })
  expect(await mock.client({ as: 'admin@acme.test' }).teams.get('legal')).toMatchObject(body)
})

test('a core has raw too, and knows the operations of the resources made over it', async () => {
  const { origin } = await startServer(() => ({ json: role }))
  const operations: string[] = []
  const silent = { end: () => {}, retry: () => {} }
  const core = createCore({
    baseUrl: origin,
    observer: {
      start({ id }) {
        operations.push(id)
        return silent
      },
    },
  })
  rolesClient(core)
  const raw = rawClient(core)
  await raw.GET('/v1/roles/{role}', { params: { path } })
  await raw.GET('/v1/me')
  expect(operations).toEqual(['roles.get', 'GET /v1/me'])
  // @ts-expect-error -- no core
  expect(() => rawClient({})).toThrow('The core must be one of createCore, not object')
})

test('middleware added to it stays its own, and may replace the request', async () => {
  const { client, raw, requests } = await start()
  expect(client.raw).toBe(raw)
  raw.use({ onRequest: ({ request }) => new Request(request, { headers: { 'x-own': '1' } }) })
  await raw.GET('/v1/roles/{role}', { params: { path } })
  await client.roles.get('reviewer')
  expect(requests.map(({ headers }) => headers['x-own'])).toEqual(['1', undefined])
  expect(requests[0]?.headers.authorization).toBe('Bearer tok_secret')
})
