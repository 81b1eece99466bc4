import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  AbortedError,
  createClient,
  type Organization,
  PreconditionFailedError,
  type Role,
  RolecallError,
  TimeoutError,
  type User,
} from '../../src/index.ts'
import { start } from '../server/start.ts'
import { problemAnswer } from '../support/problem.ts'
import { type Answer, type RecordedRequest, startServer } from '../support/recording-server.ts'

/** A role whose etag counts its writes; the first `stale` writes come too late. */
async function startRole(stale = 0) {
  let version = 1
  let late = stale
  const { origin, requests } = await startServer(({ method, headers }): Answer => {
    if (method === 'GET') return { json: { key: 'reviewer', permissions: [], etag: `v${version}` } }
    version += 1
    if (late-- > 0 || headers['if-match'] !== `"v${version - 1}"`) {
      return problemAnswer(412, 'stale_etag')
    }
    return { json: { key: 'reviewer', permissions: ['a'], etag: `v${version}` } }
  })
  const client = createClient({ baseUrl: origin, random: () => 0 })
  return { client, requests }
}

const lines = (requests: readonly RecordedRequest[]) =>
  requests.map(({ method, url, headers }) => [method, url, headers['if-match']])

describe('an update by a function', () => {
  test('reads the resource, and sends the returned patch with its etag', async () => {
    const { client, requests } = await startRole()
    const role = await client.roles.update('reviewer', (current) => {
      expect(current).toEqual({ key: 'reviewer', permissions: [], etag: 'v1' })
      return { permissions: [...current.permissions, 'a'] }
    })
    expect(role).toEqual({ key: 'reviewer', permissions: ['a'], etag: 'v2' })
    expect(lines(requests)).toEqual([
      ['GET', '/v1/roles/reviewer', undefined],
      ['PATCH', '/v1/roles/reviewer', '"v1"'],
    ])
    expect(requests[1]?.body).toBe('{"permissions":["a"]}')
  })

  test('starts again with the new state, each write with its own key', async () => {
    const { client, requests } = await startRole(2)
    const seen: (string | undefined)[] = []
    await client.roles.update('reviewer', ({ etag }) => {
      seen.push(etag)
      return { name: 'R' }
    })
    expect(seen).toEqual(['v1', 'v2', 'v3'])
    const writes = requests.filter(({ method }) => method === 'PATCH')
    expect(lines(writes).map(([, , etag]) => etag)).toEqual(['"v1"', '"v2"', '"v3"'])
    expect(new Set(writes.map(({ headers }) => headers['idempotency-key'])).size).toBe(3)
  })

  test('gives up after ten attempts, with the error', async () => {
    const { client, requests } = await startRole(Infinity)
    const update = client.roles.update('reviewer', () => ({ name: 'R' }))
    await expect(update).rejects.toThrow(PreconditionFailedError)
    expect(requests).toHaveLength(20)
  })

  test('may be asynchronous, and may change nothing', async () => {
    const { client, requests } = await startRole()
    const role = await client.roles.update('reviewer', async () => Promise.resolve(undefined))
    expect(role.etag).toBe('v1')
    expect(lines(requests)).toEqual([['GET', '/v1/roles/reviewer', undefined]])
  })

  test('sends a given etag once, in place of the one it read', async () => {
    const { client, requests } = await startRole()
    const update = client.roles.update('reviewer', () => ({ name: 'R' }), { ifMatch: 'old' })
    await expect(update).rejects.toThrow(PreconditionFailedError)
    expect(lines(requests)).toEqual([
      ['GET', '/v1/roles/reviewer', undefined],
      ['PATCH', '/v1/roles/reviewer', '"old"'],
    ])
  })

  test('sends its options with both requests, and returns the last answer', async () => {
    const { client, requests } = await startRole()
    const { response } = await client.roles
      .update('reviewer', () => ({ name: 'R' }), { headers: { 'X-App': 'tour' } })
      .withResponse()
    expect(response.status).toBe(200)
    expect(requests.map(({ headers }) => headers['x-app'])).toEqual(['tour', 'tour'])
  })

  test('rejects with an error of the function, and with any other refusal', async () => {
    const { client, requests } = await startRole()
    const fault = new Error('mine')
    const update = client.roles.update('reviewer', () => {
      throw fault
    })
    await expect(update).rejects.toBe(fault)
    expect(requests).toHaveLength(1)
  })

  test('never writes without an etag', async () => {
    const { origin, requests } = await startServer(() => ({ json: { key: 'reviewer' } }))
    const update = createClient({ baseUrl: origin }).roles.update('reviewer', () => ({ name: 'R' }))
    await expect(update).rejects.toThrow(RolecallError)
    await expect(update).rejects.toThrow('roles.get was answered 200 OK with no etag')
    expect(requests).toHaveLength(1)
  })

  test('also works by client.call', async () => {
    const { client, requests } = await startRole()
    const role = await client.call('roles.update', 'reviewer', ({ etag }) => ({ name: etag ?? '' }))
    expect(role.etag).toBe('v2')
    expect(requests[1]?.body).toBe('{"name":"v1"}')
  })

  test('cannot be asked about with can', async () => {
    const { client, requests } = await startRole()
    const asked = client.can('roles.update', 'reviewer', () => ({ name: 'R' }))
    await expect(asked).rejects.toThrow(
      'roles.update: the body must be what JSON can hold, not function',
    )
    expect(requests).toEqual([])
  })
})

describe('the time of an update by a function', () => {
  test('ends with its signal, inside the function too', async () => {
    const { client, requests } = await startRole()
    const controller = new AbortController()
    const late = Promise.withResolvers<{ name: string }>()
    const update = client.roles.update(
      'reviewer',
      () => {
        controller.abort('enough')
        return late.promise
      },
      { signal: controller.signal },
    )
    await expect(update).rejects.toThrow(AbortedError)
    await expect(update).rejects.toMatchObject({ cause: 'enough' })
    late.resolve({ name: 'R' })
    await new Promise((resolve) => setImmediate(resolve))
    expect(lines(requests).map(([method]) => method)).toEqual(['GET'])
  })

  test('is totalTimeout for all requests and the function together', async () => {
    const { client } = await startRole()
    const update = client.roles.update('reviewer', () => new Promise(() => {}), {
      totalTimeout: 50,
    })
    await expect(update).rejects.toThrow(TimeoutError)
    await expect(update).rejects.toThrow('roles.update took longer than 50 ms')
  })
})

test('every resource with an etag can be updated so, and the function receives it', () => {
  const client = createClient<'adaptive'>({ baseUrl: 'https://platform.example' })
  void (() => client.organization.update(({ name }) => ({ name: `${name}!` })))
  void (() =>
    client.organization.updatePlan((current) => {
      expectTypeOf(current).toEqualTypeOf<Organization>()
      return { seats: (current.plan.seats ?? 0) + 1 }
    }))
  void (() => client.roles.update('a', ({ permissions }) => ({ name: permissions.join() })))
  void (() => client.teams.update('a', ({ name }) => ({ name: `${name}!` })))
  void (() => client.projects.update('a', ({ tags }) => ({ tags: [...tags, 'new'] })))
  void (() => client.projects.members.update('a', 'mem_1', ({ rights }) => ({ rights })))
  void (() => client.artifacts.update('art_1', ({ name }) => ({ name: `${name}!` })))
  const user = () => client.users.update('a', async ({ paused }) => ({ paused: !paused }))
  expectTypeOf(user).returns.resolves.toEqualTypeOf<User>()
  // @ts-expect-error -- no such permission
  void (() => client.roles.update('a', () => ({ permissions: ['use_case:raed'] })))
  // @ts-expect-error -- a role has no such key
  void (() => client.roles.update('a', (role: Role) => ({ name: role.nmae })))
})

test('of many simultaneous updates of one resource, none is lost', async () => {
  const { mock, server } = await start()
  const token = mock.token('admin@acme.test')
  const clients = Array.from({ length: 12 }, () => createClient({ baseUrl: server.url, token }))
  const { teams } = mock.client({ as: 'admin@acme.test' })
  await teams.create({ key: 'counter', name: 'at' })
  await Promise.all(
    clients.map((client, index) =>
      client.teams.update('counter', ({ name }) => ({ name: `${name} ${index}` })),
    ),
  )
  const landed = (await teams.get('counter')).name.split(' ').slice(1).map(Number)
  expect(landed.toSorted((one, other) => one - other)).toEqual([...clients.keys()])
})
