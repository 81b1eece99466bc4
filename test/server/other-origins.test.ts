import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, test } from 'vitest'
import { textAt } from '../support/text-at.ts'
import { exchange, rawRequest, read } from './raw-request.ts'
import { start } from './start.ts'

const json = { 'Content-Type': 'application/json' }

describe('a page of another origin', () => {
  const evil = 'https://evil.example'

  /** Requests that a page can send without a preflight, and the preflight. */
  const attacks: readonly (readonly [string, string, RequestInit])[] = [
    [
      'signs in by a form',
      '/__mock/sessions',
      {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain' },
        body: '{"user":"admin@acme.test"}',
      },
    ],
    [
      'resets by a form',
      '/__mock/reset',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'a=b',
      },
    ],
    ['resets without a body', '/__mock/reset', { method: 'POST' }],
    [
      'signs in by JSON',
      '/__mock/sessions',
      { method: 'POST', headers: json, body: '{"user":"admin@acme.test"}' },
    ],
    ['reads the token on the page', '/', { headers: { Accept: 'application/json' } }],
    ['calls the API', '/v1/me', {}],
    ['writes with a token', '/v1/teams', { method: 'POST', headers: json, body: '{"key":"evil"}' }],
    [
      'sends a preflight',
      '/v1/teams',
      { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'POST' } },
    ],
    [
      'sends a preflight for a reset',
      '/__mock/reset',
      { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'POST' } },
    ],
  ]

  const origins = [
    evil,
    'null',
    '',
    'http://localhost.evil.example',
    'http://evil-localhost',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1@evil.example',
    'https://evil.example, http://localhost:5173',
    'http://192.168.1.7:5173',
    'http://0.0.0.0:5173',
    'chrome-extension://localhost',
    'http://localhost:5173/',
    'http://[::2]',
  ]

  test.each(attacks)('%s in vain', async (_, path, init) => {
    const { mock, server, headers } = await start()
    const team = { method: 'POST', headers: { ...headers, ...json }, body: '{"key":"qa"}' }
    expect((await fetch(`${server.url}/v1/teams`, team)).status).toBe(201)
    const before = mock.state
    for (const origin of origins) {
      const sent = { ...headers, ...Object.fromEntries(new Headers(init.headers)), Origin: origin }
      const answer = await fetch(server.url + path, { ...init, headers: sent })
      expect(answer.status, origin).toBe(403)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect([...answer.headers.keys()].join()).not.toContain('access-control')
      const text = await answer.text()
      expect(JSON.parse(text)).toMatchObject({ type: 'about:blank', status: 403 })
      expect(text).not.toContain('rct_')
    }
    expect(mock.state).toBe(before)
    expect(mock.requests).toHaveLength(1)
  })

  test('learns how to be allowed, and the id of its request', async () => {
    const { server } = await start()
    const headers = { Origin: evil, 'X-Request-Id': 'mine' }
    const answer = await fetch(`${server.url}/v1/me`, { headers })
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: 'Forbidden',
      status: 403,
      detail:
        'Pages of https://evil.example may not call this mock. List their origin to let them in: --cors https://evil.example, or cors of serve.',
      instance: 'mine',
    })
  })

  test.each([
    ['https://app.example:8443', '--cors https://app.example:8443,'],
    ['capacitor://app', '--cors capacitor://app,'],
    [`https://${'a.'.repeat(60)}example`, '--cors, or cors of serve.'],
  ])('gets advice that works: %s', async (origin, advice) => {
    const refused = await start()
    const answer = await fetch(`${refused.server.url}/v1/me`, { headers: { Origin: origin } })
    expect(textAt(await answer.json(), 'detail')).toContain(advice)
    const { server, headers } = await start({ cors: [origin] })
    const taken = await fetch(`${server.url}/v1/me`, { headers: { ...headers, Origin: origin } })
    expect(taken.status).toBe(200)
  })

  test.each(['null', ''])('gets no advice to list %j', async (origin) => {
    const { server } = await start()
    for (const [path, what] of [
      ['/v1/me', 'call this mock'],
      ['/__mock/reset', 'sign in to this mock or control it'],
    ] as const) {
      const answer = await fetch(server.url + path, { headers: { Origin: origin } })
      expect(textAt(await answer.json(), 'detail')).toBe(
        `Pages without an origin, such as sandboxed frames and files, may not ${what}. Serve the page over HTTP, and list its origin.`,
      )
    }
  })

  test.each([
    'HTTP://EVIL.EXAMPLE',
    'http://localhost:1, http://evil.test',
    'http://evil.example/',
    'http://a;b',
  ])('gets no advice to list %j, which is no origin', async (origin) => {
    await expect(serve(createMock(), { port: 0, cors: [origin] })).rejects.toThrow(
      'must list origins',
    )
    const { server } = await start()
    const answer = await fetch(`${server.url}/v1/me`, { headers: { Origin: origin } })
    expect(textAt(await answer.json(), 'detail')).toBe(
      `Pages of ${origin} may not call this mock. It is not an origin in the form that browsers send.`,
    )
  })

  test('is answered before its body is read', async () => {
    const { mock, server } = await start()
    const endless = rawRequest('POST /v1/teams', {
      Origin: evil,
      'Content-Length': '1000000',
      ...json,
    })
    expect(read(await exchange(server.port, `${endless}{"key":`))).toMatchObject({ status: 403 })
    expect(mock.requests).toEqual([])
  })

  test('embeds nothing, but may link to the page', async () => {
    const { mock, server } = await start()
    const from = async (mode: string, path: string) => {
      const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': mode }
      return exchange(server.port, rawRequest(`GET ${path}`, headers))
    }
    expect(await from('no-cors', '/v1/me')).toMatch(/^HTTP\/1.1 403 /)
    expect(await from('no-cors', '/')).toMatch(/^HTTP\/1.1 403 /)
    expect(await from('navigate', '/')).toMatch(/^HTTP\/1.1 200 /)
    expect(mock.requests).toEqual([])
  })

  test('of this machine is allowed, on every port and by every name', async () => {
    const { server, headers } = await start()
    for (const origin of [
      'http://localhost:5173',
      'https://localhost',
      'http://app.localhost:3000',
      'http://127.0.0.1:8080',
      'http://127.8.9.1',
      'http://[::1]:4200',
    ]) {
      const answer = await fetch(`${server.url}/v1/me`, { headers: { ...headers, Origin: origin } })
      expect(answer.status, origin).toBe(200)
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
      const session = await fetch(`${server.url}/__mock/sessions`, {
        method: 'POST',
        headers: { ...json, Origin: origin },
        body: '{"user":"lead@acme.test"}',
      })
      expect(session.status, origin).toBe(200)
    }
  })
})
