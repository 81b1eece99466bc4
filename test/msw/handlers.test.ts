import nodeHttp from 'node:http'
import { text } from 'node:stream/consumers'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { createClient } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { handlers, type HttpHandler } from 'rolecall/mocks/msw'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../support/recording-server.ts'
import { textAt } from '../support/text-at.ts'

const baseUrl = 'https://platform.example'

/** Listens until the test ends. The option for unhandled requests has another name in each major. */
function intercept(...all: HttpHandler[]) {
  const server = setupServer(...all)
  const options = { onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass' } as const
  server.listen(options)
  onTestFinished(() => server.close())
  return server
}

test('mocks a client that was created before listening started', async () => {
  const mock = createMock()
  const client = createClient({ baseUrl, token: mock.token('admin@acme.test') })
  intercept(...handlers(mock, { baseUrl }))

  await expect(client.users.me()).resolves.toMatchObject({ email: 'admin@acme.test' })
})

test('carries a whole change there and back: bodies, headers, an empty answer', async () => {
  const mock = createMock()
  intercept(...handlers(mock, { baseUrl }))
  const client = createClient({ baseUrl, token: mock.token('admin@acme.test') })

  await client.roles.create({ key: 'reader', permissions: ['use_case:read'] })
  const { data, response } = await client.roles
    .update('reader', { name: 'Leser & Prüfer' })
    .withResponse()
  expect(data.name).toBe('Leser & Prüfer')
  expect(response.headers.get('etag')).toBe(`"${data.etag}"`)
  await expect(client.roles.delete('reader')).resolves.toBeUndefined()
  await expect(client.roles.get('reader')).rejects.toMatchObject({ status: 404 })
})

test('explains a denial to the client', async () => {
  const mock = createMock()
  intercept(...handlers(mock, { baseUrl }))
  const client = createClient({ baseUrl, token: mock.token('lead@acme.test') })

  const denied = client.roles.create({ key: 'mine', permissions: [] })
  await expect(denied).rejects.toMatchObject({
    name: 'PermissionDeniedError',
    decision: { rule: 'AD-04' },
  })
})

test('answers HTTP libraries other than fetch too', async () => {
  const mock = createMock()
  intercept(...handlers(mock, { baseUrl: 'http://platform.example' }))
  const headers = { authorization: `Bearer ${mock.token('lead@acme.test')}` }

  const body = await new Promise<string>((resolve, reject) => {
    nodeHttp
      .get('http://platform.example/v1/me', { headers }, (answer) => resolve(text(answer)))
      .on('error', reject)
  })
  expect(JSON.parse(body)).toMatchObject({ email: 'lead@acme.test' })
})

test('answers an unknown method of a path as the platform would', async () => {
  intercept(...handlers(createMock(), { baseUrl }))
  const response = await fetch(`${baseUrl}/v1/me`, { method: 'PUT' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, HEAD')
})

test('answers a preflight, which a simulated browser sends, as a port does', async () => {
  const mock = createMock()
  intercept(...handlers(mock, { baseUrl }))
  for (const path of ['/v1/users/lead@acme.test', '/__mock/sessions']) {
    const { status, headers } = await fetch(`${baseUrl}${path}`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://app.example',
        'Access-Control-Request-Method': 'PATCH',
        'Access-Control-Request-Headers': 'authorization,if-match,x-tenant',
      },
    })
    expect(status, path).toBe(204)
    expect(Object.fromEntries(headers), path).toMatchObject({
      'access-control-allow-origin': 'https://app.example',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers':
        'Authorization, Content-Type, Idempotency-Key, If-Match, X-Request-Id, X-Mock-Session, X-Mock-Observer, authorization,if-match,x-tenant',
    })
  }
  expect(mock.requests).toEqual([])
})

test('answers the preflight of happy-dom, which MSW sees before its headers are set', async () => {
  const mock = createMock()
  intercept(...handlers(mock, { baseUrl }))
  const { status, headers } = await fetch(`${baseUrl}/v1/teams`, { method: 'OPTIONS' })
  expect(status).toBe(204)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('access-control-allow-methods')).toContain('PATCH')
  expect(headers.get('access-control-allow-headers')).toContain('If-Match')
  expect(mock.requests).toEqual([])
})

test('allows the page to read the answer, a refusal too, and answers a plain OPTIONS with 405', async () => {
  const mock = createMock()
  intercept(...handlers(mock, { baseUrl }))
  const headers = { Origin: 'null', Authorization: `Bearer ${mock.token('lead@acme.test')}` }
  for (const [method, path, status] of [
    ['GET', '/v1/me', 200],
    ['DELETE', '/v1/roles/admin', 403],
    ['OPTIONS', '/v1/me', 405],
    ['GET', '/__mock/reset', 405],
  ] as const) {
    const answer = await fetch(`${baseUrl}${path}`, { method, headers })
    expect(answer.status, path).toBe(status)
    expect(answer.headers.get('access-control-allow-origin'), path).toBe('null')
    expect(answer.headers.get('access-control-expose-headers'), path).toContain('ETag')
    expect(answer.headers.get('vary'), path).toBe('Origin')
  }
  expect((await fetch(`${baseUrl}/v1/me`)).headers.has('access-control-allow-origin')).toBe(false)
})

test('signs in and resets', async () => {
  const mock = createMock()
  intercept(...handlers(mock, { baseUrl }))
  const write = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  const session = await fetch(`${baseUrl}/__mock/sessions`, {
    ...write,
    body: JSON.stringify({ user: 'admin@acme.test' }),
  })
  const token = textAt(await session.json(), 'token')
  const client = createClient({ baseUrl, token })
  await client.teams.create({ key: 'short-lived' })

  const reset = await fetch(`${baseUrl}/__mock/reset`, write)
  expect(reset.status).toBe(204)
  await expect(client.teams.get('short-lived')).rejects.toMatchObject({ status: 404 })
})

test('passes on paths outside the API, and the same path elsewhere', async () => {
  const app = await startServer(() => ({ text: 'the app itself' }))
  const other = await startServer(() => ({ text: 'another server' }))
  const mock = createMock()
  intercept(...handlers(mock, { baseUrl: app.origin }))

  for (const path of ['/', '/index.html', '/v1', '/v1/', '/v1/me/x', '/v2/me', '/%E0%A4%A']) {
    const response = await fetch(`${app.origin}${path}`)
    expect(await response.text(), path).toBe('the app itself')
  }
  const elsewhere = await fetch(`${other.origin}/v1/me`)
  expect(await elsewhere.text()).toBe('another server')
  expect(mock.requests).toEqual([])

  expect((await fetch(`${app.origin}/v1/me`)).status).toBe(401)
  expect(app.requests.map(({ url }) => url)).not.toContain('/v1/me')
})

test('works beside your own handlers: earlier ones come first, later ones see the rest', async () => {
  const mock = createMock()
  const server = intercept(
    ...handlers(mock, { baseUrl }),
    http.get(`${baseUrl}/v1/weather`, () => HttpResponse.text('sunny')),
  )
  const client = createClient({
    baseUrl,
    token: mock.token('admin@acme.test'),
    random: () => 0,
  })

  expect(await (await fetch(`${baseUrl}/v1/weather`)).text()).toBe('sunny')

  server.use(http.get(`${baseUrl}/v1/me`, () => new HttpResponse(null, { status: 503 })))
  await expect(client.users.me()).rejects.toMatchObject({ status: 503 })
  server.resetHandlers()
  await expect(client.users.me()).resolves.toMatchObject({ email: 'admin@acme.test' })
})

test('separates two mocks', async () => {
  const one = createMock({ seed: 1 })
  const two = createMock({ seed: 2 })
  intercept(
    ...handlers(one, { baseUrl: 'https://one.example' }),
    ...handlers(two, { baseUrl: 'https://two.example' }),
  )
  const token = one.token('admin@acme.test')
  const first = createClient({ baseUrl: 'https://one.example', token })
  const second = createClient({
    baseUrl: 'https://two.example',
    token: two.token('admin@acme.test'),
  })

  await first.teams.create({ key: 'only-here' })
  await expect(second.teams.get('only-here')).rejects.toMatchObject({ status: 404 })
  expect(one.requests.map(({ operation }) => operation)).toEqual(['teams.create'])
  expect(two.requests.map(({ operation }) => operation)).toEqual(['teams.get'])

  const stranger = createClient({ baseUrl: 'https://two.example', token })
  await expect(stranger.users.me()).rejects.toMatchObject({ status: 401 })
})
