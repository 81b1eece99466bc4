import { createCore } from 'rolecall/core'
import { createMock } from 'rolecall/mocks'
import { rolesClient } from 'rolecall/resources/roles'
import { describe, expect, test } from 'vitest'
import {
  AbortedError,
  AuthenticationError,
  createClient,
  type Middleware,
  RolecallError,
} from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer } from '../support/recording-server.ts'
import { role, start } from './with-middleware.ts'
import { rejection } from '../support/refusal.ts'

const baseUrl = 'https://platform.example'

describe('middleware', () => {
  test('changes the request, and sees the answer', async () => {
    const seen: unknown[] = []
    const { client, requests } = await start([
      {
        onRequest({ request, schemaPath, params }) {
          seen.push(schemaPath, params, request.method, request.headers.get('content-type'))
          request.headers.set('x-tenant', 'acme')
        },
        async onResponse({ response }) {
          seen.push(response.status, await response.clone().json())
        },
      },
    ])
    expect(await client.roles.update('reviewer', { name: 'R' })).toEqual(role)
    expect(requests[0]).toMatchObject({
      method: 'PATCH',
      url: '/v1/roles/reviewer',
      body: '{"name":"R"}',
      headers: {
        'x-tenant': 'acme',
        'content-type': 'application/merge-patch+json',
        authorization: 'Bearer tok_secret',
      },
    })
    expect(seen).toEqual([
      '/v1/roles/{role}',
      { path: { role: 'reviewer' } },
      'PATCH',
      'application/merge-patch+json',
      200,
      role,
    ])
  })

  test('runs once a call, around all attempts, the first given outermost', async () => {
    const told: string[] = []
    const telling = (name: string): Middleware => ({
      onRequest: () => void told.push(`${name} out`),
      onResponse: ({ response }) => void told.push(`${name} ${response.status}`),
    })
    const statuses = [503, 429, 200]
    const { client, requests } = await start([telling('a'), telling('b')], () => ({
      status: statuses.shift() ?? 500,
      json: role,
    }))
    await client.roles.create(role)
    expect(requests).toHaveLength(3)
    expect(told).toEqual(['a out', 'b out', 'b 200', 'a 200'])
    const keys = requests.map(({ headers }) => headers['idempotency-key'])
    expect(new Set(keys).size).toBe(1)
    expect(requests.map(({ body }) => body)).toEqual(Array(3).fill(JSON.stringify(role)))
  })

  test('may replace the request', async () => {
    const { client, requests } = await start([
      {
        onRequest: ({ request }) =>
          new Request(request.url.replace('reviewer', 'auditor'), {
            method: 'PATCH',
            body: '{"name":"Auditor"}',
            headers: request.headers,
          }),
      },
    ])
    await client.roles.update('reviewer', { name: 'Reviewer' })
    expect(requests[0]).toMatchObject({
      method: 'PATCH',
      url: '/v1/roles/auditor',
      body: '{"name":"Auditor"}',
    })
  })

  test('never sees the token, even where the server echoes it', async () => {
    const seen: string[] = []
    const { client, requests } = await start(
      [
        {
          onRequest: ({ request }) => void seen.push(JSON.stringify([...request.headers])),
          async onResponse({ response }) {
            seen.push(JSON.stringify([...response.headers]), await response.clone().text())
          },
        },
      ],
      ({ headers }) =>
        problemAnswer(
          400,
          'invalid_request',
          { detail: `Bad ${headers.authorization}` },
          {
            'x-echo': String(headers.authorization),
          },
        ),
    )
    await rejection(client.users.me())
    expect(requests[0]?.headers.authorization).toBe('Bearer tok_secret')
    expect(seen).toHaveLength(3)
    expect(seen.join()).not.toContain('tok_secret')
    expect(seen[0]).not.toContain('authorization')
  })

  test('also runs for pages, questions and derived clients', async () => {
    const operations: string[] = []
    const mock = createMock()
    const client = createClient({
      baseUrl,
      token: mock.token('admin@acme.test'),
      fetch: mock.fetch,
      middleware: [{ onRequest: ({ schemaPath }) => void operations.push(schemaPath) }],
    })
    await client.users.list({ limit: 4 }).toArray({ max: 8 })
    await client.can('users.list')
    await client.withOptions({ timeout: 5_000 }).users.me()
    await client.withOptions({ middleware: null }).users.me()
    await client.raw.GET('/v1/me')
    expect(operations).toEqual([
      '/v1/users',
      '/v1/users',
      '/access/v1/evaluation',
      '/v1/me',
      '/v1/me',
    ])
  })

  test('also runs for a single resource', async () => {
    const { origin, requests } = await startServer(() => ({ json: role }))
    const middleware = [
      { onRequest: ({ request }: { request: Request }) => request.headers.set('x-tenant', 'acme') },
    ]
    await rolesClient(createCore({ baseUrl: origin, middleware })).get('reviewer')
    expect(requests[0]?.headers['x-tenant']).toBe('acme')
  })
})

describe('an Authorization that it sets', () => {
  const signing: Middleware = {
    onRequest: ({ request }) => request.headers.set('authorization', 'Bearer tok_other'),
  }

  test('is sent in place of the token, which is not asked for', async () => {
    let asked = 0
    const { client, requests } = await start([signing], undefined, {
      token() {
        asked++
        return 'tok_secret'
      },
    })
    await client.users.me()
    expect(requests[0]?.headers.authorization).toBe('Bearer tok_other')
    expect(asked).toBe(0)
  })

  test('is neither renewed nor sent again after a 401', async () => {
    const { client, requests } = await start(
      [signing],
      () => problemAnswer(401, 'invalid_token', { detail: 'Not tok_other.' }),
      { token: () => 'tok_secret' },
    )
    const error = await rejection(client.users.me())
    expect(error).toBeInstanceOf(AuthenticationError)
    expect(error).toHaveProperty('message', 'Not [token].')
    expect(requests).toHaveLength(1)
  })

  test('without credentials is refused: a session was lost', async () => {
    const { client, requests } = await start([
      { onRequest: ({ request }) => request.headers.set('authorization', 'Bearer undefined') },
    ])
    await expect(client.users.me()).rejects.toThrow('must be credentials, or null to send none')
    expect(requests).toEqual([])
  })
})

test('it may be slow, but the signal ends the call', async () => {
  const controller = new AbortController()
  const { client, requests } = await start(
    [{ onRequest: () => new Promise<void>(() => controller.abort('enough')) }],
    undefined,
    { timeout: 1 },
  )
  const error = await rejection(client.users.me({ signal: controller.signal }))
  expect(error).toBeInstanceOf(AbortedError)
  expect(error).toHaveProperty('cause', 'enough')
  expect(requests).toEqual([])
})

describe('invalid middleware is refused by its place', () => {
  const fine = { onRequest: () => {} }
  test.each<[string, unknown, string]>([
    ['no list', fine, 'middleware must be a list, not object'],
    ['a function', [fine, () => {}], 'middleware[1] must be an object, not function'],
    ['null', [null], 'middleware[0] must be an object, not null'],
    [
      'an empty object',
      [fine, {}],
      'middleware[1] must be an object with onRequest or onResponse or onError',
    ],
    [
      'a typo',
      [{ onRequst: () => {} }],
      "middleware[0] can't have 'onRequst': did you mean onRequest?",
    ],
    [
      'a number as a handler',
      [{ onError: 'log' }],
      'middleware[0].onError must be a function, not string',
    ],
  ])('%s', (_, middleware, message) => {
    const make = () => Reflect.apply(createClient, undefined, [{ baseUrl, middleware }])
    expect(make).toThrow(RolecallError)
    expect(make).toThrow(message)
    expect(() => Reflect.apply(createCore, undefined, [{ baseUrl, middleware }])).toThrow(message)
  })

  test('a class instance works, and keeps its own state', async () => {
    class Counting {
      count = 0
      onRequest() {
        this.count++
      }
    }
    const counting = new Counting()
    const { client } = await start([counting])
    await client.users.me()
    expect(counting.count).toBe(1)
  })
})
