import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { brokenAnswer } from '../../mocks/adapters/server/broken-request.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { exchange, openSocket, rawRequest } from './raw-request.ts'
import { start } from './start.ts'

const big = 'secret'.repeat(4000)

test.each([
  ['an unknown method', 'SECRET /v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
  ['no HTTP', 'secret\r\n\r\n', 400],
  ['a letter outside URLs', 'GET /v1/secret\u00e9 HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
  ['a control in a header', 'GET / HTTP/1.1\r\nHost: localhost\r\nSecret: \u0001\r\n\r\n', 400],
  [
    'two lengths',
    rawRequest('POST /v1/teams', { 'Content-Length': '6', 'Transfer-Encoding': 'chunked' }),
    400,
  ],
  [
    'an invalid chunk',
    `${rawRequest('POST /v1/teams', { 'Transfer-Encoding': 'chunked' })}secret\r\n`,
    400,
  ],
  [
    'a chunk with a long extension',
    `${rawRequest('POST /v1/teams', { 'Transfer-Encoding': 'chunked' })}1;${big}`,
    413,
  ],
  ['headers that are too large', rawRequest('GET /v1/me', { Secret: big }), 431],
  ['an address that is too large', rawRequest(`GET /v1/${big}`), 431],
])('%s is a problem that repeats nothing, and closes the connection', async (_, sent, status) => {
  const { mock, server, headers } = await start()
  const answer = await exchange(server.port, sent)
  const { head, problem } = read(answer)
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toContain('Content-Type: application/problem+json')
  expect(head).toContain('Connection: close')
  expect(head.toLowerCase()).not.toContain('access-control')
  expect(problem).toMatchObject({ type: 'about:blank', status })
  expect(Object.keys(isRecord(problem) ? problem : {}).toSorted()).toEqual([
    'detail',
    'status',
    'title',
    'type',
  ])
  expect(answer.toLowerCase()).not.toContain('secret')
  expect(mock.requests).toEqual([])
  expect((await fetch(`${server.url}/v1/me`, { headers })).status).toBe(200)
})

// Node looks for such requests twice a minute.
test('a request that never ends is 408', () => {
  const { head, problem } = read(brokenAnswer('ERR_HTTP_REQUEST_TIMEOUT'))
  expect(head).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/)
  expect(problem).toMatchObject({ type: 'about:blank', title: 'Request timeout', status: 408 })
})

test('earlier requests on the connection are answered first', async () => {
  const { server, headers } = await start()
  const first = `GET /v1/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${headers.Authorization}\r\n\r\n`
  const answers = await exchange(server.port, `${first}NONE / HTTP/1.1\r\n\r\n`)
  expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400'])
})

test('a request answered before its end is answered once', async () => {
  const { server } = await start()
  const chunked = { Host: 'evil.example', 'Transfer-Encoding': 'chunked', Connection: 'keep-alive' }
  const answer = await exchange(
    server.port,
    `${rawRequest('POST /v1/teams', chunked)}1\r\na\r\nzz\r\n`,
  )
  expect(answer.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 403'])
})

test('a request without a Host gets an error that says so', async () => {
  const { server } = await start()
  const { problem } = read(
    await exchange(server.port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'),
  )
  expect(problem).toMatchObject({
    type: 'about:blank',
    status: 400,
    detail: 'The request must name one host, in its Host header.',
  })
})

describe('a request that expects 100-continue', () => {
  const body = '{"key":"patient"}'
  const expecting = (more: Record<string, string> = {}) =>
    rawRequest('POST /v1/teams', {
      'Content-Type': 'application/json',
      'Content-Length': String(body.length),
      Expect: '100-continue',
      ...more,
    })

  test('gets a 100, and is answered', async () => {
    const { server, headers } = await start()
    const socket = await openSocket(server.port)
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.write(expecting(headers))
    await once(socket, 'data')
    expect(answer).toBe('HTTP/1.1 100 Continue\r\n\r\n')
    socket.write(body)
    await once(socket, 'close')
    expect(answer.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 201'])
  })

  test.each([
    ['of another host', { Host: 'evil.example' }, 403],
    ['of another page', { Origin: 'https://evil.example' }, 403],
    ['with too much to send', { 'Content-Length': '4000000' }, 413],
    ['and more', { Expect: 'tea' }, 417],
    ['and more, of another host', { Expect: 'tea', Host: 'evil.example' }, 403],
  ])('%s, is refused before it sends its body', async (_, more, status) => {
    const { mock, server, headers } = await start()
    const socket = await openSocket(server.port)
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.write(expecting({ ...headers, ...more }))
    await once(socket, 'data')
    expect(answer.match(/HTTP\/1.1 \d+/g)).toEqual([`HTTP/1.1 ${status}`])
    expect(read(answer).problem).toMatchObject({ type: 'about:blank', status })
    expect(mock.requests).toEqual([])
  })
})

function read(answer: string): { head: string; problem: unknown } {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return { head, problem: JSON.parse(body) }
}
