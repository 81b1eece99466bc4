import { describe, expect, test } from 'vitest'
import {
  AbortedError,
  APIError,
  ConnectionError,
  type ClientOptions,
  type Middleware,
  PermissionDeniedError,
  TimeoutError,
} from '../../src/index.ts'
import { rejection } from '../support/refusal.ts'
import { role, start as started } from './with-middleware.ts'

const start = (one: Middleware, options?: ClientOptions) => started([one], undefined, options)

const endless = () => new Response(new ReadableStream({ start() {} }))
const never = () => new Promise<never>(() => {})

describe('bodies that middleware reads', () => {
  test('a request is sent all the same', async () => {
    const { client, requests } = await start({
      async onRequest({ request }) {
        await request.text()
      },
    })
    await client.teams.create({ key: 'quality' })
    await client.raw.POST('/v1/teams', { body: { key: 'quality' } })
    expect(requests.map(({ body }) => body)).toEqual(['{"key":"quality"}', '{"key":"quality"}'])
  })

  test.each([200, 403])('an answer of status %i is read all the same', async (status) => {
    const seen: string[] = []
    const reads: Middleware = {
      async onResponse({ response }) {
        seen.push(await response.text())
      },
    }
    const json =
      status === 200 ? role : { title: 'x', status, code: 'permission_denied', detail: 'No' }
    const { client } = await started([reads, reads], () => ({ status, json }))
    const { data, error } = await client.raw.GET('/v1/me')
    expect(data ?? error).toMatchObject(json)
    const outcome = await client.users.me().catch((thrown: unknown) => thrown)
    if (status === 200) expect(outcome).toEqual(role)
    else expect(outcome).toBeInstanceOf(PermissionDeniedError)
    expect(seen).toHaveLength(4)
  })
})

describe('a call’s signal ends', () => {
  test.each<[string, Middleware]>([
    ['onRequest', { onRequest: never }],
    ['onResponse', { onResponse: never }],
    ['a body without end', { onRequest: endless }],
  ])('%s', async (_, one) => {
    const { client } = await start(one)
    for (const call of [
      (signal: AbortSignal) => client.users.me({ signal }),
      (signal: AbortSignal) => client.raw.GET('/v1/me', { signal }),
    ]) {
      expect(await rejection(call(AbortSignal.timeout(20)))).toBeInstanceOf(AbortedError)
    }
  })
})

describe('an answer of middleware', () => {
  test('is read in the time of an attempt', async () => {
    const { client } = await start({ onRequest: endless }, { timeout: 20 })
    expect(await rejection(client.users.me())).toBeInstanceOf(TimeoutError)
    expect(await rejection(client.raw.GET('/v1/me'))).toBeInstanceOf(TimeoutError)
  })

  test('is read up to maxResponseBytes', async () => {
    const one: Middleware = { onRequest: () => Response.json({ name: 'x'.repeat(100) }) }
    const { client } = await start(one, { maxResponseBytes: 50 })
    expect(await rejection(client.users.me())).toBeInstanceOf(APIError)
    expect(await rejection(client.raw.GET('/v1/me'))).toBeInstanceOf(ConnectionError)
  })

  test('that is no JSON is no answer to a raw call', async () => {
    const { client } = await start({ onRequest: () => new Response('<h1>') })
    expect(await rejection(client.users.me())).toBeInstanceOf(APIError)
    expect(await rejection(client.raw.GET('/v1/me'))).toBeInstanceOf(ConnectionError)
  })

  test.each([302, 500])('of status %i becomes a problem for a raw call', async (status) => {
    const { client } = await start({ onRequest: () => new Response('<h1>', { status }) })
    const { error, response } = await client.raw.GET('/v1/me')
    expect(response.status).toBe(status)
    expect(error).toMatchObject({
      code: status === 500 ? 'internal_error' : 'unexpected_answer',
      title: status === 500 ? 'Internal error' : 'Unexpected answer',
      detail: expect.stringContaining(`was answered ${status}`),
    })
  })
})

test('a 304 is an answer, with middleware and for a raw call', async () => {
  const { client } = await started([{ onResponse() {} }], () => ({ status: 304, json: undefined }))
  expect(await rejection(client.users.me())).toMatchObject({ name: 'APIError', status: 304 })
  expect((await client.raw.GET('/v1/me')).response.status).toBe(304)
})

test('a request that middleware makes goes by its own method', async () => {
  const { client, requests } = await start({
    onRequest: ({ request }) => new Request(request.url, { method: 'POST', body: '{"a":1}' }),
  })
  await client.users.me()
  expect(requests).toMatchObject([{ method: 'POST', body: '{"a":1}' }])
})

test('the text of an error shows no token, although middleware throws it', async () => {
  const { client } = await start({
    onResponse() {
      throw new Error('cannot renew tok_secret')
    },
  })
  expect(await rejection(client.users.me())).toHaveProperty(
    'message',
    'middleware[0].onResponse failed: cannot renew [token]',
  )
})
