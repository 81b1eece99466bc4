import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { exchange, openSocket, rawRequest } from './raw-request.ts'
import { start } from './start.ts'

const limit = 1_048_576
const json = { 'Content-Type': 'application/json' }

test('reads a body in pieces, even between the bytes of a letter', async () => {
  const { server, headers } = await start()
  const upload = request(`${server.url}/v1/roles`, {
    method: 'POST',
    headers: { ...headers, ...json },
  })
  const body = Buffer.from('{"key":"pruefer","name":"Prüfer","permissions":[]}')
  const middle = body.indexOf(0xc3) + 1
  upload.write(body.subarray(0, middle))
  upload.end(body.subarray(middle))
  const answer = await answerTo(upload)
  expect(JSON.parse(await text(answer))).toMatchObject({ name: 'Prüfer' })
})

test('reads a body up to 1 MiB', async () => {
  const { server, headers } = await start()
  const body = '{"key":"big","permissions":[]}'.padEnd(limit, ' ')
  const answer = await post(server.url, headers, body)
  expect(answer.status).toBe(201)
})

test.each([
  ['as its length says', { 'Content-Length': 4 * limit }],
  ['in chunks', { 'Transfer-Encoding': 'chunked' }],
])('refuses a larger one, %s', async (_, framing) => {
  const { mock, server, headers } = await start()
  const upload = request(`${server.url}/v1/roles`, {
    method: 'POST',
    headers: { ...headers, ...json, ...framing, 'X-Request-Id': 'too-much' },
  })
  upload.end(Buffer.alloc(4 * limit, ' '))
  // The answer comes before the whole body; the client can still send the rest.
  const sent = once(upload, 'close')
  const answer = await answerTo(upload)

  expect(answer).toMatchObject({
    statusCode: 413,
    headers: { 'content-type': 'application/problem+json' },
  })
  expect(JSON.parse(await text(answer))).toEqual({
    type: 'about:blank',
    title: 'Content too large',
    status: 413,
    detail: 'The body is too large. Send at most 1048576 bytes.',
    instance: 'too-much',
  })
  await sent
  expect(mock.requests).toEqual([])
})

test('survives a client that disconnects inside a body', async () => {
  const { mock, server, headers } = await start()
  const socket = await openSocket(server.port)
  socket.write('POST /v1/roles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\n{"key":')
  socket.destroy()
  await once(socket, 'close')

  expect((await fetch(`${server.url}/v1/me`, { headers })).status).toBe(200)
  expect(mock.requests.map(({ path }) => path)).toEqual(['/v1/me'])
})

test('answers a request that is not HTTP with 400', async () => {
  const { server } = await start()
  expect(await exchange(server.port, 'hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
})

test('answers pipelined requests in their order', async () => {
  const { server, headers } = await start()
  const first = `GET /v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${headers.Authorization}\r\n\r\n`
  const answers = await exchange(server.port, first + rawRequest('GET /v1/nothing', headers))
  expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404'])
})

function answerTo(upload: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    upload.on('response', resolve).on('error', reject)
  })
}

function post(url: string, headers: Record<string, string>, body: string): Promise<Response> {
  return fetch(`${url}/v1/roles`, { method: 'POST', headers: { ...headers, ...json }, body })
}
