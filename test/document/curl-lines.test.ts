/** The lines that a failure prints send the same request again, to the byte. */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { curlOf } from './support/curl.ts'
import { Connection, type Sent } from './support/exchange.ts'

const run = promisify(execFile)

const hasCurl = await run('bash', ['-c', 'curl --version']).then(
  () => true,
  () => false,
)

/** A server that remembers what it gets. */
async function recording(): Promise<{ readonly port: number; readonly seen: unknown[] }> {
  const seen: unknown[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url, headers } = request
      const { 'content-type': type, 'x-request-id': id, 'if-match': tag, authorization } = headers
      const body = Buffer.concat(chunks).toString('base64')
      seen.push({ method, url, type, id, tag, authorization, body })
      response.end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port }: AddressInfo = Object(server.address())
  return { port, seen }
}

const authorization = 'Bearer rct_0'

test.skipIf(!hasCurl).each<readonly [string, Sent]>([
  ['a read', { method: 'GET', target: '/v1/roles?limit=2&cursor=%22', headers: { authorization } }],
  ['HEAD', { method: 'HEAD', target: '/v1/me', headers: { authorization } }],
  [
    'quotes',
    {
      method: 'POST',
      target: '/v1/teams',
      headers: { 'content-type': 'application/json' },
      body: `{"name":"it's \\"one\\"","key":"$x \`a\`"}`,
    },
  ],
  [
    'text beyond ASCII',
    {
      method: 'PATCH',
      target: '/v1/me',
      headers: { 'content-type': 'application/json' },
      body: '{"name":"名前 🙂\\u0000"}',
    },
  ],
  [
    'bytes',
    {
      method: 'POST',
      target: '/v1/me',
      headers: { 'content-type': 'a/b' },
      body: new Uint8Array([0x27, 0x5c, 0xff, 0x0a, 0x7b]),
    },
  ],
  ['a body without a type', { method: 'POST', target: '/v1/me', headers: {}, body: '{}' }],
  [
    'an empty header',
    { method: 'DELETE', target: '/v1/me', headers: { 'if-match': '', 'x-request-id': 'a é' } },
  ],
  ['dots in a path', { method: 'GET', target: '/v1/users/../%2e%2e', headers: { authorization } }],
])('%s', async (_, sent) => {
  const { port, seen } = await recording()
  using connection = new Connection(port)
  await connection.send(sent)
  await run('bash', ['-c', curlOf(`http://127.0.0.1:${port}`, sent)])
  expect(seen).toHaveLength(2)
  expect(seen[1]).toEqual(seen[0])
})
