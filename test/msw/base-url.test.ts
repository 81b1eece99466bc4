import { setupServer } from 'msw/node'
import { createClient } from 'rolecall'
import { ConfigurationError, createMock } from 'rolecall/mocks'
import { handlers, type HttpHandler } from 'rolecall/mocks/msw'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '../support/recording-server.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Listens until the test ends. The option for unhandled requests has another name in each major. */
function intercept(...all: HttpHandler[]) {
  const server = setupServer(...all)
  const options = { onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass' } as const
  server.listen(options)
  onTestFinished(() => server.close())
}

test.each([
  ['https://corp.example/ai-platform', 'https://corp.example/ai-platform'],
  ['https://corp.example/ai-platform/', 'https://corp.example/ai-platform//'],
  [new URL('https://corp.example/ai-platform'), 'https://corp.example/ai-platform'],
  ['https://corp.example/ai plätform', 'https://corp.example/ai%20pl%C3%A4tform'],
  ['https://corp.example/v1', new URL('https://corp.example/v1')],
])('answers below %s a request sent below %s', async (mocked, called) => {
  const mock = createMock()
  intercept(...handlers(mock, { baseUrl: mocked }))
  const client = createClient({ baseUrl: called, token: mock.token('admin@acme.test') })

  await client.teams.create({ key: 'legal' })
  await expect(client.teams.get('legal')).resolves.toMatchObject({ key: 'legal' })
  const { data } = await client.users.list({ limit: 1 })
  expect(data).toHaveLength(1)
  const base = new URL(String(called)).href.replace(/\/+$/, '')
  await expect(client.access.configuration()).resolves.toMatchObject({
    policy_decision_point: base,
    access_evaluation_endpoint: `${base}/access/v1/evaluation`,
  })
  expect((await client.can('teams.delete', 'legal')).allowed).toBe(true)
  expect(mock.requests[0]?.operation).toBe('teams.create')
})

test('answers below a path alone in a page', async () => {
  vi.stubGlobal('location', new URL('https://app.example/page'))
  const mock = createMock()
  intercept(...handlers(mock, { baseUrl: '/api' }))
  const client = createClient({ baseUrl: '/api', token: mock.token('lead@acme.test') })
  await expect(client.users.me()).resolves.toMatchObject({ email: 'lead@acme.test' })
  expect((await fetch('https://app.example/api/v1/me')).status).toBe(401)
})

test('passes everything else on: other paths, and paths outside the document', async () => {
  const app = await startServer(() => ({ text: 'the app itself' }))
  const mock = createMock()
  intercept(...handlers(mock, { baseUrl: `${app.origin}/api` }))
  for (const path of [
    '/v1/me',
    '/__mock/sessions',
    '/api',
    '/api/',
    '/api/me',
    '/api/v1',
    '/apiv1/me',
    '/api-2/v1/me',
    '/API/v1/me',
    '/api/api/v1/me',
    '/x/api/v1/me',
    '/api//v1/me',
  ]) {
    const response = await fetch(`${app.origin}${path}`)
    expect(await response.text(), path).toBe('the app itself')
  }
  expect(mock.requests).toEqual([])
  expect((await fetch(`${app.origin}/api/v1/me`)).status).toBe(401)
  expect((await fetch(`${app.origin}/api/v1/me`, { method: 'PUT' })).status).toBe(405)
  const session = await fetch(`${app.origin}/api/__mock/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: 'admin@acme.test' }),
  })
  expect(await session.json()).toHaveProperty('token')
})

test('separates mocks below one origin', async () => {
  const [one, two] = [createMock({ seed: 1 }), createMock({ seed: 2 })]
  const baseUrls = ['https://corp.example/one', 'https://corp.example/one/two'] as const
  intercept(...handlers(one, { baseUrl: baseUrls[0] }), ...handlers(two, { baseUrl: baseUrls[1] }))
  const client = createClient({ baseUrl: baseUrls[1], token: two.token('admin@acme.test') })
  await client.teams.create({ key: 'only-here' })
  expect([one.requests.length, two.requests.length]).toEqual([0, 1])
})

test.each([
  ['platform.example', ''],
  ['https://platform.example/api?a=secret-word', ''],
  ['https://platform.example/api#a', ''],
  ['https://me:secret-word@platform.example', ''],
  ['//platform.example', ''],
  ['/api', ''],
  ['/', ''],
  ['', ', not ""'],
])('refuses %j, without printing it', (text, fault) => {
  const attempt = () => handlers(createMock(), { baseUrl: text })
  expect(attempt).toThrow(ConfigurationError)
  expect(attempt).toThrow(
    `baseUrl must be a URL such as https://platform.example without query, fragment or credentials, or in a page only a path such as /api${fault}.`,
  )
})
