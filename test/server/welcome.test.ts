import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { expect, onTestFinished, test } from 'vitest'
import { runCurl } from '../support/run-curl.ts'
import { textAt } from '../support/text-at.ts'
import { exchange, rawRequest } from './raw-request.ts'
import { start } from './start.ts'

test('the page at /plain shows who can sign in, and loads nothing from elsewhere', async () => {
  const { mock, server } = await start()
  const answer = await fetch(`${server.url}/plain`)
  const page = await answer.text()

  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page).toContain('<html lang="en">')
  for (const { email } of mock.users()) expect(page).toContain(`<th scope="row">${email}</th>`)
  expect(page).toContain('<td>support: annotator, legacy: read-only</td>')
  expect(page).not.toMatch(/<script|src=|@import|url\(/)
})

test('shows the same as JSON at /, with lines that work unchanged', async () => {
  const { server } = await start()
  const answer = await fetch(server.url, { headers: { Accept: 'application/json' } })
  expect(answer.headers.get('content-type')).toBe('application/json')
  const told: unknown = await answer.json()

  expect(told).toMatchObject({
    policy: 'adaptive',
    scenario: 'acme',
    url: server.url,
  })
  expect(told).toHaveProperty(
    'people',
    expect.arrayContaining([
      expect.objectContaining({ email: 'lead@acme.test', roles: 'research: admin' }),
    ]),
  )
  expect(await runCurl(textAt(told, 'try', 'list'))).toHaveProperty('data.length', 3)
  expect(await runCurl(textAt(told, 'try', 'signIn'))).toHaveProperty('token')
})

test('shows the current state', async () => {
  const { mock, server } = await start()
  const admin = mock.client({ as: 'admin@acme.test' })
  await admin.users.update('newcomer@acme.test', { teams: { support: 'annotator' } })
  await admin.users.create({ email: 'robot@acme.test', name: '<b>Robot</b>' })

  const page = await (await fetch(`${server.url}/plain`)).text()
  expect(page).toContain('<th scope="row">newcomer@acme.test</th><td>support: annotator</td>')
  expect(page).toContain('robot@acme.test')
})

test('shows the first hundred of many users', async () => {
  const mock = createMock({
    scenario: {
      name: 'many',
      description: 'More people than fit on a page.',
      organization: { name: 'Many', plan: { name: 'free', features: [] } },
      teams: [{ key: 'default' }],
      users: Array.from({ length: 250 }, (_, index) => ({ email: `person${index}@many.test` })),
      personas: [],
    },
  })
  const server = await serve(mock, { port: 0 })
  onTestFinished(() => server.close())
  const page = await (await fetch(`${server.url}/plain`)).text()
  expect(page.match(/<th scope="row">/g)).toHaveLength(100)
  expect(page).toContain('<dt>Users</dt><dd>250</dd>')
  expect(page).toContain('And 150 more, whom <code>GET /__mock/users</code> lists.')
})

test('shows texts of the scenario as text, whatever they contain', async () => {
  const mock = createMock({
    scenario: {
      name: 'trick',
      description: 'Text that is no markup.',
      organization: { name: 'Trick', plan: { name: 'free', features: [] } },
      teams: [{ key: 'default' }],
      users: [{ email: 'admin@acme.test', teams: { admin: 'admin' } }],
      personas: [{ user: 'admin@acme.test', text: '<img src=x onerror="alert(1)"> & co' }],
    },
  })
  const server = await serve(mock, { port: 0 })
  onTestFinished(() => server.close())
  const page = await (await fetch(`${server.url}/plain`)).text()
  expect(page).toContain('<td>&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; co</td>')
})

test('shows the requested address, but none that cannot be typed', async () => {
  const { server } = await start()
  const host = `LOCALHOST:${server.port}`
  const page = await exchange(server.port, rawRequest('GET /plain', { Host: host }))
  expect(page).toContain(`http://localhost:${server.port}/v1/users`)
  const refused = await exchange(server.port, rawRequest('GET /plain', { Host: 'a$(reboot)' }))
  expect(refused).toMatch(/^HTTP\/1.1 400 /)
  expect(refused).not.toContain('reboot')
})

const pages = ['/', '/plain']

test.each(
  pages.flatMap((path) =>
    ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => [path, method] as const),
  ),
)('answers that %s has no %s, where it has a GET', async (path, method) => {
  const { mock, server } = await start()
  const answer = await fetch(`${server.url}${path}?a=b`, { method })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, HEAD')
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ type: 'about:blank', status: 405 })
  expect(mock.requests).toEqual([])
})

test.each(pages)('answers HEAD %s like GET, without the page', async (path) => {
  const { server } = await start()
  const [head, got] = await Promise.all(
    ['HEAD', 'GET'].map((method) => fetch(server.url + path, { method })),
  )
  expect([head?.status, got?.status]).toEqual([200, 200])
  const { byteLength } = (await (await got?.blob())?.arrayBuffer()) ?? new ArrayBuffer()
  expect(byteLength).toBeGreaterThan(500)
  expect(head?.headers.get('content-length')).toBe(String(byteLength))
  expect(await head?.text()).toBe('')
})
