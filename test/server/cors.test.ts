import { ConfigurationError, createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { expect, test } from 'vitest'
import { start } from './start.ts'

const page = 'http://localhost:5173'
const stranger = 'https://elsewhere.example'
const named =
  'Authorization, Content-Type, Idempotency-Key, If-Match, X-Request-Id, X-Mock-Session, X-Mock-Observer'

test('a preflight of a local front end is granted, with the headers of the API', async () => {
  const { mock, server } = await start()
  const answer = await preflight(server.url, page)

  expect(answer.status).toBe(204)
  expect(answer.headers.get('access-control-allow-origin')).toBe(page)
  expect(answer.headers.get('access-control-allow-credentials')).toBe('true')
  expect(listOf(answer, 'access-control-allow-methods')).toEqual(
    expect.arrayContaining(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE']),
  )
  // With credentials a star would be the name of a header, so the requested names are listed.
  expect(answer.headers.get('access-control-allow-headers')).toBe(`${named}, ${asked}`)
  expect(mock.requests).toEqual([])
})

test.each([undefined, true, 'loopback', [page]] as const)(
  'with %j lets a local front end read the answer, a refusal too',
  async (cors) => {
    const { server, headers } = await start({ cors })
    for (const path of ['/v1/me', '/v1/nothing', '/', '/reference', '/__mock/reset']) {
      const answer = await fetch(server.url + path, { headers: { ...headers, Origin: page } })
      const open = cors === true && path.startsWith('/v1/')
      expect(answer.headers.get('access-control-allow-origin'), path).toBe(open ? '*' : page)
      expect(answer.headers.get('access-control-allow-credentials'), path).toBe(
        open ? null : 'true',
      )
      expect(listOf(answer, 'access-control-expose-headers')).toEqual(
        expect.arrayContaining(['ETag', 'X-Request-Id', 'Retry-After', 'Idempotency-Replayed']),
      )
    }
  },
)

test('OPTIONS without a preflight is a method like any other', async () => {
  const { server } = await start()
  const answer = await fetch(`${server.url}/v1/me`, { method: 'OPTIONS' })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, HEAD')
})

test('may allow some origins, which may send credentials', async () => {
  const { server } = await start({ cors: ['https://app.example', 'capacitor://localhost'] })
  for (const origin of ['https://app.example', 'capacitor://localhost']) {
    for (const path of ['/v1/users', '/__mock/sessions']) {
      const ours = await preflight(server.url, origin, path)
      expect(ours.status).toBe(204)
      expect(ours.headers.get('access-control-allow-origin')).toBe(origin)
      expect(ours.headers.get('access-control-allow-credentials')).toBe('true')
      expect(ours.headers.get('vary')).toBe('Origin')
    }
  }
  const others = [stranger, page, 'https://app.example:8443', 'http://app.example', 'null']
  for (const origin of others) {
    await expectRefused(await preflight(server.url, origin))
  }
})

test('may allow all origins, but not to sign in, reset or see the page with a token', async () => {
  const { server, headers } = await start({ cors: true })
  const answer = await preflight(server.url, stranger)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  expect(answer.headers.get('access-control-allow-headers')).toBe(`${named}, *`)
  const me = await fetch(`${server.url}/v1/me`, { headers: { ...headers, Origin: stranger } })
  expect([me.status, me.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  for (const path of ['/', '/reference', '/__mock/sessions', '/__mock/reset', '/__mock/nothing']) {
    await expectRefused(await preflight(server.url, stranger, path))
    await expectRefused(await fetch(server.url + path, { headers: { Origin: stranger } }))
  }
})

test('may allow none: local pages may still sign in', async () => {
  const { server } = await start({ cors: false })
  await expectRefused(await preflight(server.url, page))
  await expectRefused(await fetch(`${server.url}/v1/me`, { headers: { Origin: page } }))
  const session = await fetch(`${server.url}/__mock/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: page },
    body: '{"user":"lead@acme.test"}',
  })
  expect(session.status).toBe(200)
  expect(session.headers.get('access-control-allow-origin')).toBe(page)
  // The mock's own pages send their origin with writes.
  const own = await fetch(`${server.url}/v1/me`, { headers: { Origin: server.url } })
  expect(own.status).toBe(401)
})

test('warns about allowing every origin', async () => {
  expect((await start()).server.warnings).toEqual([])
  expect((await start({ cors: true })).server.warnings).toEqual([
    expect.stringMatching(/^cors lets every web page call the API\..* set a seed of your own\.$/),
  ])
})

test.each([
  [['localhost:5173/app'], '"localhost:5173/app" is not one.'],
  [['http://localhost:5173/'], '"http://localhost:5173/" is not one.'],
  [['*'], '"*" is not one.'],
  [['https://me@app.example'], '"https://me@app.example" is not one.'],
  [[''], '"" is not one.'],
  [['HTTP://LOCALHOST'], '"HTTP://LOCALHOST" is not one.'],
  [['http://a.example;b'], '"http://a.example;b" is not one.'],
])('refuses %j, which is no origin', async (cors, message) => {
  const attempt = serve(createMock(), { port: 0, cors })
  await expect(attempt).rejects.toThrow(ConfigurationError)
  await expect(attempt).rejects.toThrow(
    `cors must list origins; ${message} Give the scheme, host and port alone, such as http://localhost:5173.`,
  )
})

test.each([[['null']], [['https://app.example', 'null']]])(
  'refuses %j: the sandboxed frames of any page would be allowed, with credentials',
  async (cors) => {
    const attempt = serve(createMock(), { port: 0, cors })
    await expect(attempt).rejects.toThrow(ConfigurationError)
    await expect(attempt).rejects.toThrow(
      'cors must list origins; "null" is not one. Every page can open a sandboxed frame, which sends null: list the origin of the page itself.',
    )
  },
)

async function expectRefused(answer: Response): Promise<void> {
  expect(answer.status).toBe(403)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  expect(answer.headers.get('vary')).toBe('Origin')
  expect(await answer.json()).toMatchObject({
    type: 'about:blank',
    title: 'Forbidden',
    status: 403,
  })
}

const asked = 'authorization,content-type,if-match,x-tenant'

function preflight(url: string, origin: string, path = '/v1/users/lead@acme.test') {
  return fetch(url + path, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'PATCH',
      'Access-Control-Request-Headers': asked,
    },
  })
}

function listOf({ headers }: Response, name: string): string[] {
  return (headers.get(name) ?? '').split(', ')
}
