import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { expect, test } from 'vitest'
import { start } from './start.ts'

const page = 'http://localhost:5173'

test('tells any front end before it asks that it may, with the headers of the API', async () => {
  const { mock, server } = await start()
  const answer = await preflight(server.url, page)

  expect(answer.status).toBe(204)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(listOf(answer, 'access-control-allow-methods')).toEqual(
    expect.arrayContaining(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE']),
  )
  expect(listOf(answer, 'access-control-allow-headers')).toEqual(
    expect.arrayContaining([
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'X-Request-Id',
    ]),
  )
  expect(mock.requests).toEqual([])
})

test('lets a front end read the answer, a refusal too', async () => {
  const { server, headers } = await start()
  for (const path of ['/v1/me', '/v1/nothing', '/']) {
    const answer = await fetch(server.url + path, { headers: { ...headers, Origin: page } })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(listOf(answer, 'access-control-expose-headers')).toEqual(
      expect.arrayContaining(['ETag', 'X-Request-Id', 'Retry-After', 'Idempotency-Replayed']),
    )
  }
})

test('takes OPTIONS for a method like any other when no browser asks', async () => {
  const { server } = await start()
  const answer = await fetch(`${server.url}/v1/me`, { method: 'OPTIONS' })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, HEAD')
})

test('may be for some origins alone', async () => {
  const { server } = await start({ cors: [page] })
  const ours = await preflight(server.url, page)
  expect(ours.headers.get('access-control-allow-origin')).toBe(page)
  expect(ours.headers.get('vary')).toBe('Origin')

  const others = await preflight(server.url, 'https://elsewhere.example')
  expect(others.headers.get('access-control-allow-origin')).toBeNull()
  expect(others.headers.get('vary')).toBe('Origin')
})

test('may be for none', async () => {
  const { server } = await start({ cors: false })
  const answer = await fetch(`${server.url}/v1/me`, { headers: { Origin: page } })
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('refuses what is no origin', async () => {
  const attempt = serve(createMock(), { port: 0, cors: ['localhost:5173/app'] })
  await expect(attempt).rejects.toThrow(
    'cors: "localhost:5173/app" is not an origin. Give scheme, host and port alone, such as http://localhost:5173.',
  )
})

function preflight(url: string, origin: string): Promise<Response> {
  return fetch(`${url}/v1/users/lead@acme.test`, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'PATCH',
      'Access-Control-Request-Headers': 'authorization,content-type,if-match',
    },
  })
}

function listOf({ headers }: Response, name: string): string[] {
  return (headers.get(name) ?? '').split(', ')
}
