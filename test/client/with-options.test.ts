import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import {
  cachedToken,
  type Client,
  createClient,
  RolecallError,
  type Role,
} from '../../src/index.ts'
import { startServer } from '../support/recording-server.ts'
import { startClient } from '../support/recording-client.ts'

async function start(options: Parameters<typeof createClient>[0] = {}) {
  return await startClient(undefined, { token: 'tok_first', ...options })
}

test('omitted options stay', async () => {
  const { client, requests } = await start({ headers: { 'X-App': 'console' } })
  await client.withOptions({ timeout: 1_000 }).users.me()
  expect(requests[0]?.headers).toMatchObject({
    authorization: 'Bearer tok_first',
    'x-app': 'console',
  })
})

test('omitted options are not looked up in the environment again', async () => {
  vi.stubEnv('ROLECALL_TOKEN', 'tok_before')
  const { client, requests } = await start({ token: undefined })
  vi.stubEnv('ROLECALL_TOKEN', 'tok_after')
  vi.stubEnv('ROLECALL_BASE_URL', 'https://elsewhere.example')
  vi.stubEnv('ROLECALL_LOG', 'nonsense')
  await client.withOptions({}).users.me()
  vi.unstubAllEnvs()
  expect(requests[0]?.headers.authorization).toBe('Bearer tok_before')
})

test('given options change, for the new client alone', async () => {
  const { client, requests } = await start()
  await client.withOptions({ token: 'tok_second' }).users.me()
  await client.users.me()
  expect(requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer tok_second',
    'Bearer tok_first',
  ])
})

test('another baseUrl is another server', async () => {
  const other = await startServer()
  const { client, requests } = await start()
  await client.withOptions({ baseUrl: other.origin }).users.me()
  expect(other.requests).toHaveLength(1)
  expect(requests).toEqual([])
})

describe('headers', () => {
  test('change one by one, whatever their case, and null removes one', async () => {
    const { client, requests } = await start({ headers: { 'X-App': 'console', 'X-Trace': 'on' } })
    await client.withOptions({ headers: { 'x-app': 'script', 'x-trace': null } }).users.me()
    expect(requests[0]?.headers).toHaveProperty('x-app', 'script')
    expect(requests[0]?.headers).not.toHaveProperty('x-trace')
  })

  test('with the value undefined stay', async () => {
    const { client, requests } = await start({ headers: { 'X-App': 'console' } })
    await client.withOptions({ headers: { 'X-App': undefined } }).users.me()
    expect(requests[0]?.headers).toHaveProperty('x-app', 'console')
  })

  test('null removes the token', async () => {
    const { client, requests } = await start()
    await client.withOptions({ headers: { Authorization: null } }).users.me()
    expect(requests[0]?.headers).not.toHaveProperty('authorization')
  })
})

test('a cached token is shared, and so is one being fetched', async () => {
  const provider = vi.fn<() => Promise<string>>(async () => 'tok_provided')
  const { client } = await start({ token: cachedToken(provider) })
  const other = client.withOptions({ headers: { 'X-App': 'script' } })
  await Promise.all([client.users.me(), other.users.me()])
  await other.withOptions({}).users.me()
  expect(provider).toHaveBeenCalledTimes(1)
})

test('null for the token means none, whatever the first client sends', async () => {
  vi.stubEnv('ROLECALL_TOKEN', 'tok_env')
  const { client, requests } = await start()
  await client.withOptions({ token: null }).withOptions({}).users.me()
  vi.unstubAllEnvs()
  expect(requests[0]?.headers).not.toHaveProperty('authorization')
})

describe('a given token', () => {
  const own = { Authorization: 'Bearer tok_of-header' }

  test.each([
    ['another', 'tok_second', 'Bearer tok_second'],
    ['a function', () => 'tok_second', 'Bearer tok_second'],
    ['null', null, undefined],
  ])('overrides the header of the first client: %s', async (_, token, sent) => {
    for (const header of ['Authorization', 'AUTHORIZATION']) {
      const { client, requests } = await start({
        token: null,
        headers: { [header]: own.Authorization, 'X-App': 'console' },
      })
      const other = client.withOptions({ token })
      await other.users.me()
      await other.withOptions({ timeout: 1_000 }).users.me()
      await other.can('roles.list').catch(() => {})
      for (const { headers } of requests) {
        expect(headers.authorization).toBe(sent)
        expect(headers['x-app']).toBe('console')
      }
      expect(requests).toHaveLength(3)
    }
  })

  test('is sent even if the first client removes its own', async () => {
    const { client, requests } = await start({ headers: { Authorization: null } })
    await client.withOptions({ token: 'tok_second' }).users.me()
    expect(requests[0]?.headers.authorization).toBe('Bearer tok_second')
  })

  test('beside a header yields: the header is more specific', async () => {
    const { client, requests } = await start()
    await client.withOptions({ token: 'tok_second', headers: own }).users.me()
    await client.withOptions({ headers: own }).users.me()
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      own.Authorization,
      own.Authorization,
    ])
  })
})

test('a wrong option is refused when it is given', async () => {
  const { client } = await start()
  expect(() => client.withOptions({ timeout: 0 })).toThrow(RolecallError)
  expect(() => client.withOptions({ timeout: 0 })).toThrow(/^timeout must be/)
})

test('the new client keeps the keys of the first', async () => {
  const client = createClient<'adaptive'>({ baseUrl: 'https://platform.example' }).withOptions({})
  expectTypeOf(client).toExtend<Client>()
  expectTypeOf(client.roles.get).returns.resolves.toEqualTypeOf<Role>()
  // @ts-expect-error -- no such permission
  void (() => client.roles.create({ key: 'a', permissions: ['use_case:raed'] }))
})
