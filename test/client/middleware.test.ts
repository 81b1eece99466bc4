import { createCore } from 'rolecall/core'
import { createMock } from 'rolecall/mocks'
import { rolesClient } from 'rolecall/resources/roles'
import { describe, expect, test } from 'vitest'
import {
  AbortedError,
  APIError,
  AuthenticationError,
  type ClientOptions,
  ConnectionError,
  createClient,
  type Middleware,
  NotFoundError,
  PermissionDeniedError,
  RolecallError,
} from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { type Responder, startServer } from '../support/recording-server.ts'

const baseUrl = 'https://platform.example'
const role = { key: 'reviewer', permissions: ['use_case:read'] }

async function start(
  middleware: readonly Middleware[],
  respond: Responder = () => ({ json: role }),
  options: ClientOptions = {},
) {
  const { origin, requests } = await startServer(respond)
  const given = { baseUrl: origin, token: 'tok_secret', random: () => 0, middleware, ...options }
  return { client: createClient(given), requests }
}

const failure = (call: PromiseLike<unknown>) =>
  call.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  )

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
    await failure(client.users.me())
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
    const error = await failure(client.users.me())
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

describe('a Response that it returns', () => {
  const answering = (response: () => Response): Middleware => ({ onRequest: () => response() })

  test('in place of sending is read as one of the server', async () => {
    const { client, requests } = await start([
      answering(() => Response.json(role, { headers: { 'x-request-id': 'req_own' } })),
    ])
    const { data, requestId } = await client.roles.get('reviewer').withResponse()
    expect([data, requestId]).toEqual([role, 'req_own'])
    expect(await (await client.roles.get('reviewer').asResponse()).json()).toEqual(role)
    expect(requests).toEqual([])
  })

  test.each<[string, Response, abstract new (...args: never[]) => RolecallError, string]>([
    [
      'a problem',
      Response.json(
        { code: 'permission_denied', detail: 'Not today.', status: 403 },
        { status: 403 },
      ),
      PermissionDeniedError,
      'Not today.',
    ],
    [
      'no body',
      new Response(null, { status: 404 }),
      NotFoundError,
      'answered 404 with an empty body',
    ],
    [
      'a page',
      new Response('<b>Hi</b>'),
      APIError,
      "with a body that is not the API's JSON: <b>Hi</b>",
    ],
    ['another shape', Response.json([]), APIError, "with a body that is not the API's JSON: []"],
  ])('with %s becomes the matching error', async (_, response, type, message) => {
    const { client } = await start([answering(() => response)])
    const error = await failure(client.roles.get('reviewer'))
    expect(error).toBeInstanceOf(type)
    expect(error).toHaveProperty('message', expect.stringContaining(message))
  })

  test("replaces the server's", async () => {
    const { client } = await start(
      [
        {
          onResponse: ({ response }) => (response.status === 404 ? Response.json(role) : undefined),
        },
      ],
      () => problemAnswer(404, 'not_found'),
    )
    expect(await client.roles.get('reviewer')).toEqual(role)
    const denying = await start([{ onResponse: () => new Response('{"a": 1}', { status: 410 }) }])
    await expect(denying.client.roles.get('reviewer')).rejects.toMatchObject({ status: 410 })
  })

  test('without a body, for an operation that answers nothing, is undefined', async () => {
    const { client } = await start([answering(() => new Response(null, { status: 204 }))])
    expect(await client.roles.delete('reviewer')).toBeUndefined()
  })

  test('may replace an error', async () => {
    const { client } = await start([{ onError: () => Response.json(role) }], undefined, {
      fetch: async () => {
        throw new Error('offline')
      },
      retries: 0,
    })
    expect(await client.roles.get('reviewer')).toEqual(role)
  })
})

describe('an error that it throws', () => {
  const thrown = new Error('no tenant')
  const fail = () => {
    throw thrown
  }

  test.each<[string, Middleware]>([
    ['onRequest', { onRequest: fail }],
    ['onResponse', { onResponse: fail }],
  ])('in %s is the cause of the call’s error, and the call is not retried', async (name, one) => {
    const { client, requests } = await start([{ onRequest: () => {} }, one])
    const error = await failure(client.users.me())
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({
      message: `middleware[1].${name} failed: no tenant`,
      cause: thrown,
    })
    expect(requests).toHaveLength(name === 'onRequest' ? 0 : 1)
    expect(await failure(client.raw.GET('/v1/me'))).toMatchObject({ cause: thrown })
  })

  test('or returns in onError is the cause too; else the earlier failure stays', async () => {
    const offline = { fetch: async () => Promise.reject(new Error('offline')), retries: 0 }
    const throwing = await start([{ onError: fail }], undefined, offline)
    expect(await failure(throwing.client.users.me())).toMatchObject({ cause: thrown })
    const returning = await start([{ onError: () => thrown }], undefined, offline)
    expect(await failure(returning.client.users.me())).toMatchObject({ cause: thrown })
    const passing = await start(
      [{ onError: ({ error }) => Promise.reject(error) }],
      undefined,
      offline,
    )
    expect(await failure(passing.client.users.me())).toHaveProperty(
      'message',
      expect.stringMatching(/^users\.me got no answer from .*: offline$/),
    )
  })

  test('also covers an invalid answer', async () => {
    const one: Middleware = { onResponse: () => {} }
    Reflect.set(one, 'onResponse', () => 'ok')
    const { client } = await start([one])
    await expect(client.users.me()).rejects.toThrow(
      'middleware[0].onResponse failed: it must answer a Response or nothing, not string',
    )
  })
})

test('it may be slow, but the signal ends the call', async () => {
  const controller = new AbortController()
  const { client, requests } = await start(
    [{ onRequest: () => new Promise<void>(() => controller.abort('enough')) }],
    undefined,
    { timeout: 1 },
  )
  const error = await failure(client.users.me({ signal: controller.signal }))
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
