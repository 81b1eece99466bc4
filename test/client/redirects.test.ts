import { describe, expect, test } from 'vitest'
import { createClient } from '../../src/index.ts'
import { startRawServer } from '../support/raw-server.ts'
import { head, list } from './wire.ts'

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])(
    '%d to another origin is not followed, so that the token stays here',
    async (status) => {
      const elsewhere = await startRawServer((socket) =>
        socket.end(head(`content-length: ${list.length}`) + list),
      )
      const { origin, closed } = await startRawServer((socket) =>
        socket.end(
          `HTTP/1.1 ${status} Moved\r\nlocation: ${elsewhere.origin}/v1/roles?a=1\r\ncontent-length: 0\r\n\r\n`,
        ),
      )
      const client = createClient({ baseUrl: origin, token: 'tok_abcdef' })
      for (const call of [
        client.roles.list(),
        client.roles.create({ key: 'a', permissions: [] }),
      ]) {
        await expect(call).rejects.toMatchObject({
          name: 'APIError',
          status,
          code: 'unexpected_answer',
          attempts: 1,
          message: expect.stringMatching(
            new RegExp(
              `^roles\\.\\w+ was answered ${status} Moved with a redirect to ${elsewhere.origin}: baseUrl must be the address that answers$`,
            ),
          ),
        })
      }
      await closed()
      expect(elsewhere.requests).toEqual([])
    },
  )

  test('to the same origin is not followed either', async () => {
    const { origin, requests } = await startRawServer((socket) =>
      socket.end('HTTP/1.1 302 Found\r\nlocation: /login\r\ncontent-length: 0\r\n\r\n'),
    )
    await expect(createClient({ baseUrl: origin }).roles.list()).rejects.toThrow(
      `with a redirect to ${origin}: baseUrl`,
    )
    expect(requests).toHaveLength(1)
  })

  test('is an error in a browser too, which hides its status and location', async () => {
    const answer = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
    const client = createClient({ baseUrl: 'https://platform.example', fetch: async () => answer })
    await expect(client.roles.list()).rejects.toMatchObject({
      name: 'APIError',
      status: 0,
      code: 'unexpected_answer',
      message: 'roles.list was answered with a redirect: baseUrl must be the address that answers',
    })
  })
})
