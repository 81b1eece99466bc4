import { inspect } from 'node:util'
import { describe, expect, test, vi } from 'vitest'
import {
  AuthenticationError,
  createClient,
  RolecallError,
  type TokenProvider,
  type TokenRequest,
} from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer } from '../support/recording-server.ts'
import { role, start, refusing } from './with-token.ts'

describe('a token function', () => {
  test('is called for every call, and its token is used for that call alone', async () => {
    const session = { token: 'tok_admin' }
    const { client, sent } = await start(() => session.token)
    await client.users.me()
    session.token = 'tok_lead'
    await client.users.me()
    expect(sent()).toEqual(['tok_admin', 'tok_lead'])
  })

  test('is called when the call is made, not later', async () => {
    const session = { token: 'tok_admin' }
    const { client, sent } = await start(() => session.token)
    const call = client.users.me()
    session.token = 'tok_lead'
    await call
    expect(sent()).toEqual(['tok_admin'])
  })

  test('is not shared: each call waits for its own token', async () => {
    const answers = [1, 2, 3].map(() => Promise.withResolvers<string>())
    let asked = 0
    const { client, requests } = await start(() => answers[asked++]?.promise ?? null)
    const calls = ['a', 'b', 'c'].map((key) => client.roles.get(key))
    for (const [index, answer] of answers.entries()) answer.resolve(`tok_${'abc'[index]}`)
    await Promise.all(calls)
    const made = requests.map(({ url, headers }) => `${url} ${headers.authorization}`)
    expect(made.toSorted()).toEqual([
      '/v1/roles/a Bearer tok_a',
      '/v1/roles/b Bearer tok_b',
      '/v1/roles/c Bearer tok_c',
    ])
  })

  test.each<[string, TokenProvider]>([
    ['text', () => 'token-1'],
    ['a promise of text', async () => 'token-1'],
    ['an object', () => ({ token: 'token-1' })],
    ['an object whose end is left out', () => ({ token: 'token-1', expiresAt: undefined })],
  ])('may give %s', async (_, provider) => {
    const { client, sent } = await start(provider)
    await client.users.me()
    expect(sent()).toEqual(['token-1'])
  })

  test.each<[string, TokenProvider]>([
    ['null', () => null],
    ['a promise of null', async () => null],
  ])('that gives %s sends the call without a token', async (_, provider) => {
    const { client, sent } = await start(provider)
    await client.users.me()
    expect(sent()).toEqual([undefined])
  })

  test('is not called when a header replaces the token, nor for an invalid call', async () => {
    const provider = vi.fn<TokenProvider>(() => 'token-1')
    const { client, sent } = await start(provider, refusing('bWU6bWU='))
    const headers = { Authorization: 'Bearer bWU6bWU=' }
    await expect(client.users.me({ headers })).rejects.toThrow(AuthenticationError)
    await client.can('roles.list', {}, { headers: { Authorization: null } })
    await expect(client.users.get('..')).rejects.toThrow(RolecallError)
    expect(sent()).toEqual(['bWU6bWU=', undefined])
    expect(provider).not.toHaveBeenCalled()
  })
})

describe('one call is made as one user', () => {
  test('with all its retries', async () => {
    const answers = ['tok_admin', 'tok_lead']
    let failures = 2
    const { client, sent } = await start(
      () => answers.shift() ?? null,
      () => (failures-- > 0 ? problemAnswer(503, 'internal_error') : { json: role }),
    )
    await client.roles.create({ key: 'a', permissions: [] })
    expect(sent()).toEqual(['tok_admin', 'tok_admin', 'tok_admin'])
  })

  test('when a function makes the patch: read and write have the same user', async () => {
    const session = { token: 'tok_admin' }
    const { client, requests } = await start(() => session.token)
    await client.roles.update('reviewer', () => {
      session.token = 'tok_lead'
      return { name: 'R' }
    })
    expect(requests.map(({ method, headers }) => [method, headers.authorization])).toEqual([
      ['GET', 'Bearer tok_admin'],
      ['PATCH', 'Bearer tok_admin'],
    ])
  })
})

describe('a 401', () => {
  test('calls the function once more, and repeats the call once', async () => {
    const asked: TokenRequest[] = []
    const provider: TokenProvider = (request) => `token-${asked.push(request)}`
    const { client, sent, requests } = await start(provider, refusing('token-1'))
    await client.roles.create({ key: 'a', permissions: [] })
    expect(sent()).toEqual(['token-1', 'token-2'])
    expect(asked.map(({ refused }) => refused)).toEqual([false, true])
    expect(asked.map(({ refusedToken }) => refusedToken)).toEqual([undefined, 'token-1'])
    // One write, however often it is sent.
    expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  test('for one call changes nothing for the next', async () => {
    const asked: boolean[] = []
    const { client } = await start(({ refused }) => {
      asked.push(refused)
      return refused ? 'token-2' : 'token-1'
    }, refusing('token-1'))
    await client.users.me()
    await client.users.me()
    expect(asked).toEqual([false, true, false, true])
  })

  test('for both tokens is an AuthenticationError that shows neither', async () => {
    let asked = 0
    const { client, sent } = await start(
      async () => `tok_secret-${++asked}`,
      ({ headers }) =>
        problemAnswer(401, 'invalid_token', {
          detail: `tok_secret-1 was refused, and ${headers.authorization} is`,
        }),
    )
    const error = await client.users.me().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AuthenticationError)
    expect(sent()).toEqual(['tok_secret-1', 'tok_secret-2'])
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('tok_secret')
    expect(JSON.stringify(error)).not.toContain('tok_secret')
  })

  test('for the read of an update is reported once for the whole update', async () => {
    const asked: boolean[] = []
    const { client } = await start(({ refused }) => {
      asked.push(refused)
      return refused ? 'token-2' : 'token-1'
    }, refusing('token-1'))
    await client.roles.update('reviewer', () => ({ name: 'R' }))
    expect(asked).toEqual([false, true])
  })

  test('for a fixed token is not repeated', async () => {
    const { origin, requests } = await startServer(() => problemAnswer(401, 'invalid_token'))
    const client = createClient({ baseUrl: origin, token: 'token-1' })
    await expect(client.users.me()).rejects.toThrow(AuthenticationError)
    expect(requests).toHaveLength(1)
  })

  test('for a call without a token asks no function', async () => {
    const provider = vi.fn<TokenProvider>(() => null)
    const { client } = await start(provider, () => problemAnswer(401, 'unauthenticated'))
    await expect(client.users.me()).rejects.toThrow(AuthenticationError)
    expect(provider).toHaveBeenCalledTimes(1)
  })
})
