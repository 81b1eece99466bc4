import type { Socket } from 'node:net'
import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, type TestContext, test } from 'vitest'
import { type Client, createClient } from '../../src/index.ts'
import { startRawServer } from '../support/raw-server.ts'

const inTime = 'no answer in time'

/** Ways to lose an answer after the platform has made the change. */
const losses: Record<string, (socket: Socket, answer: string) => void> = {
  'reset before the answer': (socket) => socket.resetAndDestroy(),
  'closed before the answer': (socket) => socket.end(),
  'cut within the headers': (socket, answer) => socket.end(answer.slice(0, 30)),
  'cut within the body': (socket, answer) => socket.end(answer.slice(0, -1)),
  'garbage in its place': (socket) => socket.end('garbage\r\n\r\n'),
  'a proxy that gives up': (socket) =>
    socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 6\r\n\r\n<html>'),
  [inTime]: () => {},
}

/** A mock on a port, behind a proxy that loses the first answers to every call. */
async function startBehindProxy(
  lose: (socket: Socket, answer: string) => void,
  timeout: number,
  { onTestFinished }: TestContext,
) {
  const mock = createMock()
  const server = await serve(mock, { port: 0 })
  onTestFinished(() => server.close())
  const lost = new Set<string>()
  const { origin, requests } = await startRawServer(async (socket, request) => {
    const answer = await forward(server.url, request)
    const [line = ''] = request.split('\r\n')
    if (lost.has(line)) socket.end(answer)
    else lose(socket, answer)
    lost.add(line)
  }, onTestFinished)
  const client = createClient({
    baseUrl: origin,
    token: mock.token('admin@acme.test'),
    random: () => 0,
    timeout,
  })
  return { client, mock, requests }
}

async function forward(origin: string, request: string): Promise<string> {
  const [head = '', body] = request.split('\r\n\r\n')
  const [line = '', ...fields] = head.split('\r\n')
  const [method = '', path = ''] = line.split(' ')
  const headers = new Headers()
  for (const field of fields) {
    const [name = '', ...value] = field.split(': ')
    if (!/^(host|connection|content-length|accept-encoding|sec-fetch-mode)$/i.test(name)) {
      headers.append(name, value.join(': '))
    }
  }
  const answer = await fetch(`${origin}${path}`, { method, headers, body: body || null })
  const text = await answer.text()
  const answered = [...answer.headers]
    .filter(([name]) => !/^(connection|keep-alive|transfer-encoding|content-length)$/.test(name))
    .map(([name, value]) => `${name}: ${value}\r\n`)
  const length = answer.status === 204 ? '' : `content-length: ${Buffer.byteLength(text)}\r\n`
  return `HTTP/1.1 ${answer.status} OK\r\n${answered.join('')}connection: close\r\n${length}\r\n${text}`
}

const writes: Record<string, (client: Client) => Promise<unknown>> = {
  'a POST creates one thing': (client) => client.roles.create({ key: 'auditor', permissions: [] }),
  'a POST that sends a mail sends one': (client) => client.users.create({ email: 'new@acme.test' }),
  'a PATCH changes once': (client) =>
    client.users.update('lead@acme.test', { name: 'Lead of all', teams: { support: 'inference' } }),
  'a DELETE does not end in a false 404': (client) => client.users.remove('reviewer@acme.test'),
}

describe.each(Object.entries(losses))('%s', (loss, lose) => {
  test.concurrent.for(Object.entries(writes))('%s', async ([, write], context) => {
    const { client, mock, requests } = await startBehindProxy(
      lose,
      loss === inTime ? 1_500 : 60_000,
      context,
    )
    const answer = await write(client)

    const undisturbed = createMock()
    expect(answer).toEqual(await write(undisturbed.client({ as: 'admin@acme.test' })))
    expect(mock.state).toBe(undisturbed.state)
    expect(mock.outbox).toEqual(undisturbed.outbox)
    expect(requests).toHaveLength(2)
    expect(mock.requests).toHaveLength(2)
  })
})
