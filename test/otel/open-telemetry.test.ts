import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { type ClientOptions, createClient } from '../../src/index.ts'
import { openTelemetry } from '../../src/otel/index.ts'
import manifest from '../../package.json' with { type: 'json' }
import { problemAnswer } from '../support/problem.ts'
import { type Responder, startServer } from '../support/recording-server.ts'
import { startTracing } from './trace.ts'

async function start(respond?: Responder, options: ClientOptions = {}) {
  const { origin, requests } = await startServer(respond)
  const client = createClient({
    baseUrl: origin,
    token: 'tok_very-secret',
    hooks: openTelemetry(),
    random: () => 0,
    ...options,
  })
  return { client, origin, requests, port: Number(new URL(origin).port) }
}

test('a call is a client span with the attributes of the conventions', async () => {
  const { spans } = startTracing()
  const { client, origin, port } = await start()
  await client.users.update('reviewer@acme.test', { name: 'Reviewer' })
  expect(spans()).toHaveLength(1)
  const [span] = spans()
  expect(span).toMatchObject({
    name: 'PATCH /v1/users/{user}',
    kind: SpanKind.CLIENT,
    status: { code: SpanStatusCode.UNSET },
    instrumentationScope: { name: 'rolecall', version: manifest.version },
  })
  expect(span?.attributes).toEqual({
    'http.request.method': 'PATCH',
    'http.response.status_code': 200,
    'server.address': '127.0.0.1',
    'server.port': port,
    'url.full': `${origin}/v1/users/reviewer%40acme.test`,
    'url.template': '/v1/users/{user}',
    'rolecall.operation': 'users.update',
  })
})

describe('the address', () => {
  test.each([
    ['https://platform.example', 'platform.example', 443],
    ['http://platform.example', 'platform.example', 80],
    ['http://[::1]:4010', '::1', 4010],
  ])('of %s is %s and %i', async (baseUrl, address, port) => {
    const { spans } = startTracing()
    const { client } = await start(undefined, { baseUrl, fetch: async () => Response.json({}) })
    await client.users.me()
    expect(spans()[0]?.attributes).toMatchObject({ 'server.address': address, 'server.port': port })
  })
})

describe('the context', () => {
  test('is sent along, so that the server continues the trace', async () => {
    const { spans } = startTracing()
    const { client, requests } = await start()
    await client.users.me()
    const { traceId, spanId } = spans()[0]?.spanContext() ?? {}
    expect(requests[0]?.headers.traceparent).toBe(`00-${traceId}-${spanId}-01`)
  })

  test('is that of the caller, in every attempt', async () => {
    const { spans, provider } = startTracing()
    const { client } = await start(failing(1))
    const parent: Span = provider.getTracer('app').startSpan('import users')
    await context.with(trace.setSpan(context.active(), parent), () => client.users.me())
    expect(spans().map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual([
      parent.spanContext().spanId,
      parent.spanContext().spanId,
    ])
  })
})

test('each attempt is a span, with the number of earlier ones', async () => {
  const { spans } = startTracing()
  const { client, requests } = await start(failing(2))
  await client.users.me()
  expect(
    spans().map(({ attributes }) => [
      attributes['http.response.status_code'],
      attributes['http.request.resend_count'],
    ]),
  ).toEqual([
    [503, undefined],
    [503, 1],
    [200, 2],
  ])
  expect(new Set(requests.map(({ headers }) => headers.traceparent)).size).toBe(3)
})

describe('a failure', () => {
  test('with a status is an error of that type, without a description', async () => {
    const { spans } = startTracing()
    const { client } = await start(() => problemAnswer(404, 'not_found'))
    await client.users.me().catch(() => {})
    expect(spans()[0]?.status).toEqual({ code: SpanStatusCode.ERROR })
    expect(spans()[0]?.attributes).toMatchObject({
      'http.response.status_code': 404,
      'error.type': '404',
      'rolecall.problem.code': 'not_found',
    })
    expect(spans()[0]?.attributes).not.toHaveProperty(['rolecall.rule'])
  })

  test('by the policy has its rule too', async () => {
    const { spans } = startTracing()
    const { fetch, token } = createMock()
    const { client } = await start(undefined, { fetch, token: token('lead@acme.test') })
    await client.roles.create({ key: 'mine', permissions: [] }).catch(() => {})
    expect(spans()[0]?.attributes).toMatchObject({
      'http.response.status_code': 403,
      'error.type': '403',
      'rolecall.problem.code': 'permission_denied',
      'rolecall.rule': 'AD-04',
    })
  })

  test('without an answer is an error of its class, with the cause', async () => {
    const { spans } = startTracing()
    const { client } = await start(
      (_, response) => {
        response.destroy()
      },
      { retries: 0 },
    )
    await client.users.me().catch(() => {})
    expect(spans()[0]?.status).toEqual({
      code: SpanStatusCode.ERROR,
      message: expect.stringMatching(/^users\.me got no answer/),
    })
    expect(spans()[0]?.attributes).toHaveProperty(['error.type'], 'ConnectionError')
    expect(spans()[0]?.attributes).not.toHaveProperty(['http.response.status_code'])
  })

  test('while reading a successful answer is an error of its class', async () => {
    const { spans } = startTracing()
    const { client } = await start(() => ({ text: '<html>' }))
    await client.users.me().catch(() => {})
    expect(spans()[0]?.status.code).toBe(SpanStatusCode.ERROR)
    expect(spans()[0]?.attributes).toMatchObject({
      'http.response.status_code': 200,
      'error.type': 'APIError',
    })
  })

  test('by its signal ends the span', async () => {
    const { spans } = startTracing()
    const controller = new AbortController()
    const { client } = await start(() => {
      controller.abort()
    })
    await client.users.me({ signal: controller.signal }).catch(() => {})
    expect(spans()[0]?.attributes).toHaveProperty(['error.type'], 'AbortedError')
  })
})

test('no token is in a span, even if the address contains one', async () => {
  const { spans } = startTracing()
  const { client, origin } = await start(() => problemAnswer(500, 'internal_error'), { retries: 0 })
  await client.users.get('tok_very-secret').catch(() => {})
  expect(spans()[0]?.attributes['url.full']).toBe(`${origin}/v1/users/[token]`)
  expect(JSON.stringify([spans()[0]?.attributes, spans()[0]?.status])).not.toContain('tok_very')
})

test('a custom provider replaces the global one', async () => {
  const { spans } = startTracing()
  const exporter = new InMemorySpanExporter()
  const tracerProvider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
  })
  const { client } = await start(undefined, { hooks: openTelemetry({ tracerProvider }) })
  await client.users.me()
  expect(exporter.getFinishedSpans()).toHaveLength(1)
  expect(spans()).toEqual([])
})

test('without an SDK, calls work as usual', async () => {
  const { client, requests } = await start()
  expect(await client.users.me()).toEqual({})
  expect(requests[0]?.headers).not.toHaveProperty('traceparent')
})

/** Fails this many times, then answers. */
function failing(times: number): Responder {
  let count = 0
  return () => {
    count += 1
    return count > times ? { json: {} } : problemAnswer(503, 'internal_error')
  }
}
