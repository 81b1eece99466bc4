import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import nodeFetch from 'node-fetch'
import {
  AbortedError,
  APIError,
  type ClientOptions,
  createClient,
  type Fetch,
  type FetchInit,
  PermissionDeniedError,
} from 'rolecall'
import { fetch as undiciFetch } from 'undici'
import { describe, expect, test } from 'vitest'
import { problemAnswer } from '../support/problem.ts'
import { type Responder } from '../support/recording-server.ts'
import { startClient } from '../support/recording-client.ts'

/** The function as JavaScript passes it: its types accept only their own Request. */
const itself =
  (fetch: (...args: never) => unknown): Fetch =>
  (...args) =>
    Reflect.apply(fetch, undefined, args)

/** A minimal answer with a minimal body, as other platforms have it. */
const withBody =
  (bodyOf: (text: string) => object): Fetch =>
  async (request) => {
    const answer = await fetch(request)
    const { ok, status, headers } = answer
    const text = await answer.text()
    return { ok, status, headers, text: async () => text, ...bodyOf(text) }
  }

const fetches: Record<string, Fetch> = {
  'undici’s own': itself(undiciFetch),
  'undici, wrapped': ({ url }, init) => undiciFetch(url, init),
  'node-fetch’s own': itself(nodeFetch),
  'node-fetch, wrapped': ({ url }, init) => nodeFetch(url, init),
  'without a body, as that of React Native': withBody(() => ({})),
  'with null for a body': withBody(() => ({ body: null })),
  'with a stream of Node': withBody((text) => ({ body: Readable.from([text]) })),
  'with the global one, wrapped': (...args) => fetch(...args),
}

const role = { key: 'reviewer', name: 'Prüfer' }

describe.each(Object.entries(fetches))('a fetch that answers %s', (_, fetch) => {
  const start = (respond: Responder, options: ClientOptions = {}) =>
    startClient(respond, { token: 'tok_1', fetch, ...options })

  test('sends a write once and whole, and returns what it created', async () => {
    const { client, requests } = await start(() => ({ status: 201, json: role }), {
      hooks: { onRequest: ({ headers }) => headers.set('x-trace', 'own') },
    })
    const { data, response } = await client.roles
      .create({ key: 'reviewer', permissions: [] }, { idempotencyKey: 'once' })
      .withResponse()
    expect(data).toEqual(role)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      201,
      'application/json',
    ])
    expect(requests).toEqual([
      expect.objectContaining({
        method: 'POST',
        url: '/v1/roles',
        body: '{"key":"reviewer","permissions":[]}',
        headers: expect.objectContaining({
          authorization: 'Bearer tok_1',
          'content-type': 'application/json',
          'idempotency-key': 'once',
          'x-trace': 'own',
        }),
      }),
    ])
  })

  test('reads compressed and empty answers', async () => {
    const { client } = await start(({ method }, response) => {
      if (method === 'DELETE') return { status: 204 }
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify(role)))
      return undefined
    })
    expect(await client.roles.get('reviewer')).toEqual(role)
    const response = await client.roles.get('reviewer').asResponse()
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(await response.json()).toEqual(role)
    expect(await client.roles.delete('reviewer')).toBeUndefined()
  })

  test('rejects with the refusal', async () => {
    const { client, requests } = await start(() => problemAnswer(403, 'permission_denied'))
    const error = await client.users.me().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(PermissionDeniedError)
    expect(error).toMatchObject({
      status: 403,
      requestId: 'req_1',
      message: 'This is permission_denied.',
    })
    expect(requests).toHaveLength(1)
  })

  test('retries transient failures under the same key', async () => {
    const { client, requests } = await start(({ headers }) =>
      requests.length < 3 ? { status: 503 } : { json: { key: String(headers['idempotency-key']) } },
    )
    const { key } = await client.roles.create({ key: 'reviewer', permissions: [] })
    expect(requests.map(({ headers }) => headers['idempotency-key'])).toEqual([key, key, key])
  })

  test('keeps the limits of size', async () => {
    const { client, requests } = await start(() => ({ json: 'r'.repeat(2_000) }), {
      maxResponseBytes: 1_000,
    })
    const error = await client.users.me().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(APIError)
    expect(error).toHaveProperty('message', expect.stringContaining('more than the 1000 bytes'))
    expect(requests).toHaveLength(1)
  })

  test('is ended by the call’s signal', async () => {
    const controller = new AbortController()
    const { client } = await start(() => controller.abort(new Error('Enough')))
    const error = await client.users.me({ signal: controller.signal }).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(AbortedError)
    expect(error).toHaveProperty('cause.message', 'Enough')
  })
})

test('the second argument of fetch matches the request', async () => {
  const given: [Request, FetchInit][] = []
  const client = createClient({
    baseUrl: 'https://platform.example/api',
    token: 'tok_1',
    fetch: async (...args) => {
      given.push(args)
      return Response.json(role)
    },
  })
  await client.roles.get('a role')
  const [[request, init] = []] = given
  expect(String(request)).toBe('https://platform.example/api/v1/roles/a%20role')
  expect(init).toMatchObject({ method: 'GET', body: null, redirect: 'manual' })
  expect(init?.headers).toEqual(Object.fromEntries(request?.headers ?? []))
})

test.each<[string, (answer: Response) => Promise<unknown>]>([
  ['was read', (answer) => answer.text()],
  ['is being read', async (answer) => answer.body?.getReader()],
])('a body that %s is named, and the write not repeated', async (_, read) => {
  let sent = 0
  const client = createClient({
    baseUrl: 'https://platform.example',
    fetch: async () => {
      sent++
      const answer = Response.json(role)
      await read(answer)
      return answer
    },
  })
  await expect(client.roles.create({ key: 'reviewer', permissions: [] })).rejects.toThrow(
    'The answer of fetch must be an unread Response, not Response',
  )
  expect(sent).toBe(1)
})
