import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createClient } from '../../src/index.ts'
import { startRawServer } from '../support/raw-server.ts'
import { head } from './wire.ts'

describe('an answer of 100 MB to a small question', () => {
  const chunk = Buffer.alloc(2 ** 20, 'x')

  test('is read to the limit and no further', async () => {
    let sent = 0
    const { origin, closed } = await startRawServer((socket) => {
      const more = () => {
        while (sent < 100 && !socket.destroyed) {
          sent += 1
          if (!socket.write(chunk)) return
        }
      }
      socket.on('drain', more)
      socket.write(head(`content-length: ${100 * chunk.length}`))
      more()
    })
    const client = createClient({ baseUrl: origin, maxResponseBytes: 2 ** 20 })
    await expect(client.roles.list()).rejects.toMatchObject({
      name: 'APIError',
      status: 200,
      code: 'unexpected_answer',
      attempts: 1,
      message: expect.stringMatching(
        /^roles\.list was answered 200 OK with more than the 1048576 bytes of maxResponseBytes: x{200}$/,
      ),
    })
    await closed()
    expect(sent).toBeLessThan(30)
  })

  test('counts by its decompressed size', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20))
    const { origin, closed } = await startRawServer((socket) => {
      socket.write(head('connection: close\r\ncontent-encoding: gzip'))
      socket.end(bomb)
    })
    await expect(createClient({ baseUrl: origin }).roles.list()).rejects.toThrow(
      /more than the 16777216 bytes of maxResponseBytes/,
    )
    await closed()
  })

  test('with an error status keeps its status and class', async () => {
    const { origin, closed } = await startRawServer((socket) => {
      socket.write(`HTTP/1.1 404 Not Found\r\ncontent-length: ${100 * chunk.length}\r\n\r\n`)
      socket.write(chunk)
    })
    const client = createClient({ baseUrl: origin, maxResponseBytes: 1_000 })
    await expect(client.roles.list()).rejects.toMatchObject({
      name: 'NotFoundError',
      status: 404,
      message: expect.stringMatching(/^roles\.list was answered 404 Not Found with .*: x{200}$/),
    })
    await closed()
  })

  test('is read whole if the limit allows it', async () => {
    const text = `{"name":"${'x'.repeat(2 ** 20)}"}`
    const { origin } = await startRawServer((socket) =>
      socket.end(head(`content-length: ${text.length}`) + text),
    )
    const client = createClient({ baseUrl: origin, maxResponseBytes: text.length })
    expect(await (await client.users.me().asResponse()).text()).toBe(text)
  })
})
