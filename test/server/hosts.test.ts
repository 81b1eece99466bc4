import { networkInterfaces } from 'node:os'
import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, test } from 'vitest'
import { textAt } from '../support/text-at.ts'
import { exchange, rawRequest, read } from './raw-request.ts'
import { start } from './start.ts'

describe('the host of a request', () => {
  const statusOf = async (port: number, lines: string) =>
    read(await exchange(port, `${lines}\r\nConnection: close\r\n\r\n`)).status

  test.each([
    'localhost',
    'localhost:9',
    'LOCALHOST',
    'localhost.',
    'app.localhost:4010',
    '127.0.0.1',
    '127.1.2.3',
    '[::1]',
    '[::1]:4010',
    '[0:0::1]',
  ])('may be %s', async (host) => {
    const { server } = await start()
    expect(await statusOf(server.port, `GET /v1/me HTTP/1.1\r\nHost: ${host}`)).toBe(401)
  })

  test.each([
    'evil.example',
    'evil.example:4010',
    'localhost.evil.example',
    'localhost.evil',
    'evillocalhost',
    '127.0.0.1.nip.io',
    '192.168.1.7',
    '0.0.0.0',
    '[::]',
    '[::2]',
    '10.127.0.0',
    'xn--lcalhost-f0a',
  ])('may not be %s', async (host) => {
    const { mock, server } = await start()
    for (const line of ['GET /v1/me', 'GET /', 'POST /__mock/reset', 'OPTIONS /v1/me', 'HEAD /']) {
      const more = 'Content-Type: application/json\r\nAccess-Control-Request-Method: GET'
      const answer = read(
        await exchange(
          server.port,
          rawRequest(line, { Host: host, Origin: `http://${host}` }).replace(
            '\r\n\r\n',
            `\r\n${more}\r\n\r\n`,
          ),
        ),
      )
      expect(answer.status, line).toBe(403)
      expect(answer.head.toLowerCase(), line).not.toContain('access-control')
      if (!line.startsWith('HEAD'))
        expect(answer.problem).toMatchObject({ type: 'about:blank', status: 403 })
    }
    expect(mock.requests).toEqual([])
  })

  test.each([
    ['userinfo', 'Host: localhost@evil.example'],
    ['userinfo of its own', 'Host: user@localhost'],
    ['a path', 'Host: localhost/evil'],
    ['nothing', 'Host:'],
    ['an invalid port', 'Host: localhost:http'],
    ['two in one line', 'Host: localhost, evil.example'],
    ['two', 'Host: localhost\r\nHost: evil.example'],
    ['the same twice', 'Host: localhost\r\nHost: localhost'],
  ])('may not be %s', async (_, lines) => {
    const { mock, server } = await start()
    const answer = read(
      await exchange(server.port, `GET /v1/me HTTP/1.1\r\n${lines}\r\nConnection: close\r\n\r\n`),
    )
    expect(answer.status).toBe(400)
    expect(answer.problem).toMatchObject({ type: 'about:blank', status: 400 })
    expect(mock.requests).toEqual([])
  })

  test('may not be missing', async () => {
    const { mock, server } = await start()
    expect(await statusOf(server.port, 'GET /v1/me HTTP/1.0\r\nAccept: */*')).toBe(400)
    expect(await exchange(server.port, 'GET /v1/me HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 /,
    )
    expect(mock.requests).toEqual([])
  })

  test('counts in a full URL too, as proxies send it', async () => {
    const { mock, server } = await start()
    const ask = (target: string, lines = '\r\nHost: localhost', version = '1.1') =>
      statusOf(server.port, `GET ${target} HTTP/${version}${lines}`)
    expect(await ask(`http://localhost:${server.port}/v1/me`)).toBe(401)
    expect(await ask(`http://localhost:${server.port}/v1/me`, '', '1.0')).toBe(401)
    expect(await ask('http://evil.example/v1/me')).toBe(403)
    expect(await ask('http://localhost/v1/me', '\r\nHost: evil.example')).toBe(403)
    expect(await ask('http://evil.example@localhost/v1/me')).toBe(400)
    expect(await ask('http://localhost@evil.example/v1/me')).toBe(400)
    expect(await ask('ftp://localhost/v1/me')).toBe(400)
    expect(mock.requests.map(({ status }) => status)).toEqual([401, 401])
  })

  test("is the Host header, whatever a proxy's headers say", async () => {
    const { server } = await start()
    const forwarded = {
      'X-Forwarded-Host': 'localhost',
      Forwarded: 'host=localhost',
      'X-Host': 'localhost',
    }
    expect(
      read(
        await exchange(
          server.port,
          rawRequest('GET /v1/me', { ...forwarded, Host: 'evil.example' }),
        ),
      ).status,
    ).toBe(403)
    const away = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' }
    const page = await exchange(server.port, rawRequest('GET /', { ...away, Host: 'localhost' }))
    expect(page).not.toContain('evil')
  })

  test("may be one of allowedHosts, and then its pages are the mock's own", async () => {
    const { server } = await start({ allowedHosts: ['Mock.Test', '.dev.test'] })
    const ask = async (host: string, origin?: string) =>
      read(
        await exchange(
          server.port,
          rawRequest('GET /v1/me', { Host: host, ...(origin !== undefined && { Origin: origin }) }),
        ),
      ).status
    expect(await ask('mock.test:4010')).toBe(401)
    expect(await ask('mock.test', 'http://mock.test')).toBe(401)
    expect(await ask('mock.test:80', 'http://mock.test')).toBe(401)
    expect(await ask('mock.test', 'https://mock.test')).toBe(401)
    expect(await ask('mock.test', 'http://mock.test:8080')).toBe(403)
    expect(await ask('dev.test')).toBe(401)
    expect(await ask('a.b.dev.test')).toBe(401)
    expect(await ask('a.mock.test')).toBe(403)
    expect(await ask('evildev.test')).toBe(403)
  })

  test.each(['http://mock.test', 'mock.test:4010', 'mock.test/', '*', '', '.'])(
    'may not be allowed as %j',
    async (entry) => {
      await expect(serve(createMock(), { port: 0, allowedHosts: [entry] })).rejects.toThrow(
        `allowedHosts must list host names; ${JSON.stringify(entry)} is not one. Give the name alone, such as mock.test, or .mock.test to allow every subdomain too.`,
      )
    },
  )

  test('when refused, comes with advice', async () => {
    const { server } = await start({ allowedHosts: ['mock.test'] })
    const { problem } = read(
      await exchange(server.port, rawRequest('GET /', { Host: 'other.test:1' })),
    )
    expect(problem).toHaveProperty(
      'detail',
      'This mock is not other.test. Reach it by localhost, mock.test, or allow the name: --allowed-hosts other.test, or allowedHosts of serve.',
    )
  })
})

test.each([`${'a'.repeat(60)}.${'b'.repeat(60)}`, 'evil..'])(
  'the host %s comes without advice that would not work',
  async (host) => {
    const { server } = await start()
    const { problem } = read(await exchange(server.port, rawRequest('GET /', { Host: host })))
    expect(textAt(problem, 'detail')).toMatch(
      /^This mock is not [ab.evil]+…?\. Reach it by localhost\.$/,
    )
  },
)

describe('a mock reachable from other machines', () => {
  test('on every address warns, and accepts any address, but no name', async () => {
    for (const host of ['0.0.0.0', '0']) {
      const { server } = await start({ host })
      expect(server.url).toBe(`http://127.0.0.1:${server.port}`)
      expect(server.warnings).toEqual([
        `The mock listens on ${host}, every address of this machine. Anyone on its networks can sign in as any user, by name alone, and read and change everything. Requests must name one of these hosts: localhost, IP addresses.`,
      ])
      const ask = async (name: string) =>
        read(await exchange(server.port, rawRequest('GET /v1/me', { Host: name }))).status
      expect(await ask('192.168.1.7:4010')).toBe(401)
      expect(await ask('[2001:db8::7]:4010')).toBe(401)
      expect(await ask('0.0.0.0:4010')).toBe(401)
      expect(await ask('evil.example')).toBe(403)
      expect(await ask('1.2.3.4.evil.example')).toBe(403)
    }
  })

  const own = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')

  test.skipIf(own === undefined)(
    'on one address warns, and accepts that and localhost',
    async () => {
      const host = own?.address ?? ''
      const { server } = await start({ host })
      expect(server.warnings).toEqual([
        expect.stringContaining(`listens on ${host}, which other machines can reach.`),
      ])
      expect(await (await fetch(`${server.url}/v1/me`)).json()).toMatchObject({ status: 401 })
    },
  )

  test.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('is not one on %s', async (host) => {
    expect((await start({ host })).server.warnings).toEqual([])
  })
})
