import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import {
  type ClientOptions,
  ConnectionError,
  type Hooks,
  PermissionDeniedError,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
  ServerError,
} from '../../src/index.ts'
import { keepLog } from '../support/log.ts'
import { problemAnswer } from '../support/problem.ts'
import { type Responder } from '../support/recording-server.ts'
import { startClient } from '../support/recording-client.ts'

async function start(hooks: ClientOptions['hooks'], respond?: Responder) {
  const log = keepLog()
  const started = await startClient(respond, {
    token: 'tok_very-secret',
    hooks,
    logger: log.logger,
  })
  return { ...started, ...log }
}

/** Hooks that record their events. */
function keepEvents() {
  const order: string[] = []
  const requests: RequestEvent[] = []
  const responses: ResponseEvent[] = []
  const retries: RetryEvent[] = []
  const hooks: Hooks = {
    onRequest(event) {
      order.push(`request ${event.attempt}`)
      requests.push(event)
    },
    onResponse(event) {
      order.push(`response ${event.attempt}`)
      responses.push(event)
    },
    onRetry(event) {
      order.push(`retry ${event.attempt}`)
      retries.push(event)
    },
  }
  return { hooks, order, requests, responses, retries }
}

/** Fails this many times, then answers. */
function failing(times: number): Responder {
  let count = 0
  return () => {
    count += 1
    return count > times ? { json: {} } : problemAnswer(503, 'internal_error')
  }
}

test('hooks are called before a request and after its answer', async () => {
  const { hooks, order, requests, responses } = keepEvents()
  const { client, origin } = await start(hooks)
  await client.roles.update('a b', { name: 'A' })
  expect(order).toEqual(['request 1', 'response 1'])
  const call = {
    operation: 'roles.update',
    method: 'PATCH',
    template: '/v1/roles/{role}',
    url: `${origin}/v1/roles/a%20b`,
    attempt: 1,
  }
  expect(requests[0]).toMatchObject(call)
  expect(responses[0]).toMatchObject({ ...call, status: 200, error: undefined })
  expect(responses[0]?.ms).toBeGreaterThan(0)
  expect(responses[0]?.headers?.get('content-type')).toBe('application/json')
})

test('hooks are called for each attempt and each retry', async () => {
  const { hooks, order, requests, responses, retries } = keepEvents()
  const { client } = await start(hooks, failing(2))
  await client.users.me()
  expect(order).toEqual([
    'request 1',
    'response 1',
    'retry 1',
    'request 2',
    'response 2',
    'retry 2',
    'request 3',
    'response 3',
  ])
  expect(retries[0]).toMatchObject({ operation: 'users.me', attempt: 1, delay: 0 })
  expect(retries[0]?.error).toBeInstanceOf(ServerError)
  // All events of an attempt share one request.
  expect(responses.map(({ request }) => request)).toEqual(requests)
  for (const [at, { request }] of responses.entries()) expect(request).toBe(requests[at])
})

test('a refusal is reported as an answer with an error', async () => {
  const { hooks, responses } = keepEvents()
  const { client } = await start(hooks, () => problemAnswer(403, 'permission_denied'))
  await client.users.me().catch(() => {})
  expect(responses[0]?.status).toBe(403)
  expect(responses[0]?.error).toBeInstanceOf(PermissionDeniedError)
})

test('an attempt without an answer has no status', async () => {
  const { hooks, responses } = keepEvents()
  const { client } = await start(hooks, (_, response) => {
    response.destroy()
  })
  await client.users.me({ retries: 0 }).catch(() => {})
  expect(responses[0]?.status).toBeUndefined()
  expect(responses[0]?.headers).toBeUndefined()
  expect(responses[0]?.error).toBeInstanceOf(ConnectionError)
})

describe('headers', () => {
  test('that onRequest sets are sent, and nothing else changes', async () => {
    const { client, requests } = await start({
      onRequest: ({ headers }) => headers.set('traceparent', '00-1-2-01'),
    })
    await client.users.me()
    expect(requests[0]?.headers).toMatchObject({
      traceparent: '00-1-2-01',
      authorization: 'Bearer tok_very-secret',
      accept: 'application/json',
    })
  })

  test('of asynchronous hooks are waited for', async () => {
    const { client, requests } = await start({
      async onRequest({ headers }) {
        await new Promise(setImmediate)
        headers.set('X-Late', 'yes')
      },
    })
    await client.users.me()
    expect(requests[0]?.headers['x-late']).toBe('yes')
  })

  test('are shown in full, except secret ones', async () => {
    const { hooks, requests, responses } = keepEvents()
    const { client } = await start(hooks, () => ({
      headers: { 'set-cookie': 'session=crumbs' },
      json: {},
    }))
    await client.users.me()
    expect(requests[0]?.headers.get('authorization')).toBe('[redacted]')
    expect(responses[0]?.headers?.get('set-cookie')).toBe('[redacted]')
    expect(inspect([requests, responses], { depth: 9 })).not.toMatch(/tok_very-secret|crumbs/)
  })
})

test('several hooks are called in turn, and each sees the headers of those before', async () => {
  const seen: (string | null)[] = []
  const { client } = await start([
    { onRequest: ({ headers }) => headers.set('X-App', 'one') },
    { onRequest: ({ headers }) => seen.push(headers.get('x-app')) },
  ])
  await client.users.me()
  expect(seen).toEqual(['one'])
})

describe('a hook that fails', () => {
  const fail = () => {
    throw new Error('broken hook')
  }
  const reject = () => Promise.reject(new Error('broken hook'))
  test.each<[string, Hooks]>([
    ['onRequest', { onRequest: fail }],
    ['onResponse', { onResponse: fail }],
    ['onRetry', { onRetry: fail }],
    ['onRequest later', { onRequest: reject }],
    ['onResponse later', { onResponse: reject }],
    ['onRetry later', { onRetry: reject }],
  ])('in %s breaks no call, and is logged', async (_, hooks) => {
    const { client, lines, details } = await start(hooks, failing(1))
    expect(await client.users.me()).toEqual({})
    expect(lines).toContain('error: rolecall: a hook failed:')
    expect(details).toContainEqual(new Error('broken hook'))
  })
})

test('no hooks, or undefined hooks, are allowed', async () => {
  for (const hooks of [[], {}, { onRequest: undefined }]) {
    const { client } = await start(hooks)
    expect(await client.users.me()).toEqual({})
  }
})
