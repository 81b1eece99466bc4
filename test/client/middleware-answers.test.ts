import { describe, expect, test } from 'vitest'
import {
  APIError,
  ConnectionError,
  type Middleware,
  NotFoundError,
  PermissionDeniedError,
  RolecallError,
} from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { role, start } from './with-middleware.ts'
import { rejection } from '../support/refusal.ts'

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
    const error = await rejection(client.roles.get('reviewer'))
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
    const error = await rejection(client.users.me())
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({
      message: `middleware[1].${name} failed: no tenant`,
      cause: thrown,
    })
    expect(requests).toHaveLength(name === 'onRequest' ? 0 : 1)
    expect(await rejection(client.raw.GET('/v1/me'))).toMatchObject({ cause: thrown })
  })

  test('or returns in onError is the cause too; else the earlier failure stays', async () => {
    const offline = { fetch: async () => Promise.reject(new Error('offline')), retries: 0 }
    const throwing = await start([{ onError: fail }], undefined, offline)
    expect(await rejection(throwing.client.users.me())).toMatchObject({ cause: thrown })
    const returning = await start([{ onError: () => thrown }], undefined, offline)
    expect(await rejection(returning.client.users.me())).toMatchObject({ cause: thrown })
    const passing = await start(
      [{ onError: ({ error }) => Promise.reject(error) }],
      undefined,
      offline,
    )
    expect(await rejection(passing.client.users.me())).toHaveProperty(
      'message',
      expect.stringMatching(/^users\.me got no answer from .*: offline$/),
    )
  })

  test('also covers an invalid answer', async () => {
    const one: Middleware = { onResponse: () => {} }
    Reflect.set(one, 'onResponse', () => 'ok')
    const { client } = await start([one])
    await expect(client.users.me()).rejects.toThrow(
      'middleware[0].onResponse failed: it must be a Response or nothing, not string',
    )
  })
})
