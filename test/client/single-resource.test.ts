import { cachedToken, createCore } from 'rolecall/core'
import { membersClient } from 'rolecall/resources/members'
import { rolesClient } from 'rolecall/resources/roles'
import { usersClient } from 'rolecall/resources/users'
import { expect, expectTypeOf, test } from 'vitest'
import { type AdaptiveKeys, RolecallError, type RolesClient } from '../../src/index.ts'
import { startServer } from '../support/recording-server.ts'

test('a single resource over a core calls as the client does', async () => {
  const { origin, requests } = await startServer(() => ({ json: { data: [], nextCursor: null } }))
  const core = createCore({ baseUrl: origin, token: 'secret', headers: { 'X-App': 'tour' } })
  const roles = rolesClient(core)
  expectTypeOf(roles).toEqualTypeOf<RolesClient>()
  await roles.update('reviewer', { name: 'Reviewer' }, { ifMatch: 'v1' })
  await usersClient(core).list({ limit: 2 }).toArray()
  await membersClient(core).get('bot', 'mem_1')
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'PATCH /v1/roles/reviewer',
    'GET /v1/users?limit=2',
    'GET /v1/projects/bot/members/mem_1',
  ])
  for (const { headers } of requests) {
    expect(headers).toMatchObject({ authorization: 'Bearer secret', 'x-app': 'tour' })
  }
  expect(requests[0]?.headers['if-match']).toBe('"v1"')
})

test('its token may come from a function, or be left out', async () => {
  const { origin, requests } = await startServer()
  for (const token of [() => 'own', cachedToken(async () => 'kept'), null]) {
    await rolesClient(createCore({ baseUrl: origin, token })).get('reviewer')
  }
  expect(requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer own',
    'Bearer kept',
    undefined,
  ])
})

test('it can be given the keys of a policy', () => {
  const roles = rolesClient<AdaptiveKeys>(createCore({ baseUrl: 'https://platform.example' }))
  void (() => roles.create({ key: 'a', permissions: ['use_case:read'] }))
  // @ts-expect-error -- no such permission
  void (() => roles.create({ key: 'a', permissions: ['use_case:raed'] }))
})

test('a core checks its options like a client', () => {
  expect(() => createCore({ baseUrl: 'https://platform.example/?a=1' })).toThrow(RolecallError)
  expect(() => createCore({ baseUrl: 'https://platform.example', timeout: -1 })).toThrow('timeout')
})
