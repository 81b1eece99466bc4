import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createClient } from '../../src/index.ts'
import { startRawServer } from '../support/raw-server.ts'

const json = JSON.stringify({ key: 'reviewer', description: 'r'.repeat(2_000) })

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['identity', Buffer.from],
] as const)(
  'asResponse of %s has no headers about the bytes of the wire',
  async (encoding, encode) => {
    const bytes = encode(json)
    const head = [
      'HTTP/1.1 200 OK',
      `Content-Encoding: ${encoding}`,
      `Content-Length: ${bytes.length}`,
      'Content-Type: application/json',
      'ETag: "v1"',
    ]
    const { origin } = await startRawServer((socket) => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`)
      socket.end(bytes)
    })
    const call = createClient({ baseUrl: origin }).roles.get('reviewer')
    const response = await call.asResponse()
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/json',
      etag: '"v1"',
    })
    expect(await response.text()).toBe(json)
    // withResponse shows the original headers, because it exposes no body.
    const { response: sent } = await call.withResponse()
    expect(sent.headers.get('content-encoding')).toBe(encoding)
  },
)

test("asResponse can be passed on by a user's own server", async () => {
  const bytes = gzipSync(json)
  const platform = await startRawServer((socket) => {
    const size = `${bytes.length.toString(16)}\r\n`
    socket.write('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n')
    socket.write(size)
    socket.write(bytes)
    socket.end('\r\n0\r\n\r\n')
  })
  const client = createClient({ baseUrl: platform.origin })
  const answer = await client.roles.get('reviewer').asResponse()
  const text = await answer.clone().text()
  const between = await startRawServer((socket) => {
    const headers = Array.from(answer.headers, ([name, value]) => `${name}: ${value}\r\n`)
    socket.end(`HTTP/1.1 200 OK\r\n${headers.join('')}connection: close\r\n\r\n${text}`)
  })
  expect(await (await fetch(between.origin)).text()).toBe(json)
})
