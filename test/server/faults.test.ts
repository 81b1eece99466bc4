import nodeHttp from 'node:http'
import { connect } from 'node:net'
import { ConnectionError, createClient, TimeoutError } from 'rolecall'
import { createMock, type FaultRule, type Mock } from 'rolecall/mocks'
import { type MockServer, serve } from 'rolecall/mocks/server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'

/** A client of a served mock under the rules. Its retries wait no time. */
async function clientUnder(...rules: readonly FaultRule[]) {
  const mock: Mock = createMock({ faults: { rules } })
  const server = await serve(mock, { port: 0 })
  onTestFinished(() => server.close())
  const token = mock.token('admin@acme.test')
  const client = createClient({ baseUrl: server.url, token, random: () => 0 })
  return { mock, server, token, client }
}

/** Sends a request on a connection of its own. Resolves with all that arrived when the connection ends. */
async function sendRaw({ port }: MockServer, token: string, line: string) {
  const { promise, resolve } = Promise.withResolvers<{ text: string; error?: string }>()
  let text = ''
  let error: string | undefined
  const socket = connect(port, '127.0.0.1', () => {
    socket.write(`${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n\r\n`)
  })
  socket.on('data', (chunk) => (text += String(chunk)))
  socket.on('error', (thrown: Error & { code?: string }) => (error = thrown.code))
  socket.on('close', () => resolve({ text, ...(error !== undefined && { error }) }))
  onTestFinished(() => void socket.destroy())
  return promise
}

describe('on the wire', () => {
  test('refuse ends the connection without a byte', async () => {
    const { server, token } = await clientUnder({ connection: 'refuse' })
    expect(await sendRaw(server, token, 'GET /v1/me')).toEqual({ text: '' })
  })

  test('reset resets it', async () => {
    const { server, token } = await clientUnder({ connection: 'reset' })
    expect(await sendRaw(server, token, 'GET /v1/me')).toEqual({ text: '', error: 'ECONNRESET' })
  })

  test('cut ends it after half of the body that the headers announce', async () => {
    const { server, token } = await clientUnder({ connection: 'cut' })
    const { text, error } = await sendRaw(server, token, 'GET /v1/me')
    const [head = '', body = ''] = text.split('\r\n\r\n')
    expect(error).toBeUndefined()
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
    expect(Buffer.byteLength(body)).toBe(Math.ceil(length / 2))
    expect(body).toMatch(/^\{"id":"usr_/)
  })

  test.each(['HEAD /v1/me', 'DELETE /v1/users/reviewer@acme.test'])(
    '%s has no body to cut',
    async (line) => {
      const { server, token } = await clientUnder({ connection: 'cut' })
      expect(await sendRaw(server, token, line)).toEqual({ text: '', error: 'ECONNRESET' })
    },
  )

  test('stall never answers, and the server still closes', async () => {
    const { mock, server, token } = await clientUnder({ connection: 'stall' })
    const pending = sendRaw(server, token, 'GET /v1/me')
    await expect.poll(() => mock.requests.length).toBe(1)
    await server.close()
    expect((await pending).text).toBe('')
  })

  test('a late answer of a server that closes is dropped with its timer', async () => {
    const started = vi.spyOn(globalThis, 'setTimeout')
    const ended = vi.spyOn(globalThis, 'clearTimeout')
    onTestFinished(() => {
      started.mockRestore()
      ended.mockRestore()
    })
    const { mock, server, token } = await clientUnder({ latency: 3_600_000 })
    const pending = sendRaw(server, token, 'GET /v1/me')
    await expect.poll(() => mock.requests.length).toBe(1)
    const at = started.mock.calls.findIndex(([, delay]) => delay === 3_600_000)
    expect(at).not.toBe(-1)
    await server.close()
    expect((await pending).text).toBe('')
    const timer: unknown = started.mock.results[at]?.value
    await expect.poll(() => ended.mock.calls.map(([cleared]) => cleared)).toContain(timer)
  })

  test('the answers to others go on', async () => {
    const { client, mock, server } = await clientUnder({
      as: 'admin@acme.test',
      connection: 'stall',
    })
    const lead = createClient({ baseUrl: server.url, token: mock.token('lead@acme.test') })
    const pending = client.users.me({ retries: 0, timeout: 5_000 }).catch(() => {})
    await expect(lead.users.me()).resolves.toMatchObject({ email: 'lead@acme.test' })
    await server.close()
    await pending
  })

  test('offline refuses every path but those that control the mock, and the welcome page', async () => {
    const { server } = await clientUnder({ offline: true })
    await expect(fetch(`${server.url}/v1/me`)).rejects.toThrow(TypeError)
    await expect(fetch(`${server.url}/v1/nowhere`)).rejects.toThrow(TypeError)
    const body = '{"user":"admin@acme.test"}'
    const headers = { 'content-type': 'application/json' }
    const signedIn = await fetch(`${server.url}/__mock/sessions`, { method: 'POST', headers, body })
    expect(signedIn.status).toBe(200)
    expect((await fetch(server.url)).status).toBe(200)
  })

  test('latency delays the answer', async () => {
    const { server, token } = await clientUnder({ latency: 80 })
    const started = performance.now()
    const { promise, resolve } = Promise.withResolvers<number | undefined>()
    nodeHttp.get(
      `${server.url}/v1/me`,
      { headers: { authorization: `Bearer ${token}` } },
      (response) => {
        response.resume()
        resolve(response.statusCode)
      },
    )
    expect(await promise).toBe(200)
    expect(performance.now() - started).toBeGreaterThan(75)
  })
})

describe('a client over HTTP', () => {
  test('outlasts three failures', async () => {
    const { mock, client } = await clientUnder({ on: 'users.list', status: 503, times: 3 })
    await client.users.list({}, { retries: 3 })
    expect(mock.requests.map(({ status }) => status)).toEqual([503, 503, 503, 200])
  })

  test.each(['refuse', 'reset', 'cut'] as const)(
    'gets a ConnectionError, and retries: %s',
    async (connection) => {
      const { mock, client } = await clientUnder({ on: 'users.me', connection })
      await expect(client.users.me({ retries: 0 })).rejects.toThrow(ConnectionError)
      mock.faults.set({ rules: [{ on: 'users.me', connection, times: 1 }] })
      await expect(client.users.me()).resolves.toMatchObject({ email: 'admin@acme.test' })
    },
  )

  test.each(['reset', 'cut'] as const)(
    'retries a POST whose answer was lost, without running it twice: %s',
    async (connection) => {
      const { mock, client } = await clientUnder({ on: 'teams.create', connection, times: 1 })
      await client.teams.create({ key: 'qa' })
      const made = mock.requests.filter(({ operation }) => operation === 'teams.create')
      expect(made.map(({ status, replayed }) => [status, replayed])).toEqual([
        [201, undefined],
        [201, true],
      ])
    },
  )

  test('times out on a stalled answer', async () => {
    const { client } = await clientUnder({ connection: 'stall' })
    await expect(client.users.me({ retries: 0, timeout: 50 })).rejects.toThrow(TimeoutError)
  })

  test('waits as long as a 429 says, and is told the limit', async () => {
    const { mock, client } = await clientUnder({ on: 'users.me', rate: { requests: 1, per: 1000 } })
    await client.users.me()
    const started = performance.now()
    const second = client.users.me()
    await expect.poll(() => mock.requests.length).toBe(2)
    // The mock's clock moves a second with each change.
    await client.teams.update('support', { name: 'Help' })
    const { response } = await second.withResponse()
    expect(performance.now() - started).toBeGreaterThan(950)
    expect(response.headers.get('ratelimit')).toBe('"rule-0";r=0;t=1')
    expect(mock.requests.map(({ status }) => status)).toEqual([200, 429, 200, 200])
  })

  test('from a page of another origin reads the headers of a limit', async () => {
    const { server } = await clientUnder({ rate: { requests: 1, per: 1000 } })
    const origin = 'http://localhost:5173'
    const { headers } = await fetch(`${server.url}/v1/me`, { headers: { origin } })
    expect(headers.get('access-control-expose-headers')).toContain('RateLimit, RateLimit-Policy')
  })
})
