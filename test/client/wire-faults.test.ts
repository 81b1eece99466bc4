import { execFile } from 'node:child_process'
import type { Socket } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import {
  APIError,
  type ClientOptions,
  ConnectionError,
  createClient,
  type RolecallError,
  TimeoutError,
} from '../../src/index.ts'
import { closedPort } from '../support/closed-port.ts'
import { startRawServer } from '../support/raw-server.ts'
import { head, list } from './wire.ts'

interface Fault {
  answer: (socket: Socket) => void
  error: abstract new (...args: never[]) => RolecallError
  message: RegExp
  options?: ClientOptions
}

const faults: Record<string, Fault> = {
  'reset before the headers': {
    answer: (socket) => socket.resetAndDestroy(),
    error: ConnectionError,
    message: /^roles\.list got no answer from http:\/\/127\.0\.0\.1:\d+: .*ECONNRESET/,
  },
  'closed before the headers': {
    answer: (socket) => socket.end(),
    error: ConnectionError,
    message: /^roles\.list got no answer from .*: other side closed/,
  },
  'closed within the headers': {
    answer: (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-le'),
    error: ConnectionError,
    message: /^roles\.list got no answer from /,
  },
  'reset after the headers': {
    answer: (socket) =>
      socket.write(head('content-length: 100') + '{"data":[', () => socket.resetAndDestroy()),
    error: ConnectionError,
    message: /^roles\.list: the answer was cut short/,
  },
  'stalled headers': {
    answer: () => {},
    error: TimeoutError,
    message: /^roles\.list took longer than 200 ms$/,
    options: { timeout: 200 },
  },
  'stalled body': {
    answer: (socket) => socket.write(head('content-length: 100') + '{"data":['),
    error: TimeoutError,
    message: /^roles\.list took longer than 200 ms$/,
    options: { timeout: 200 },
  },
  'a cut body': {
    answer: (socket) => socket.end(head('content-length: 100') + '{"data":[{"key"'),
    error: ConnectionError,
    message: /^roles\.list: the answer was cut short after: \{"data":\[\{"key"$/,
  },
  'a cut body in chunks': {
    answer: (socket) =>
      socket.end(head('transfer-encoding: chunked') + '9\r\n{"data":[\r\n40\r\n{"key"'),
    error: ConnectionError,
    message: /^roles\.list: the answer was cut short after: \{"data":\[/,
  },
  'a length that is too short': {
    answer: (socket) => socket.end(head('content-length: 15') + list),
    error: APIError,
    message:
      /^roles\.list was answered 200 OK with a body that is not the API's JSON: \{"data":\[\{"key"$/,
  },
  'a length that is none': {
    answer: (socket) => socket.end(head('content-length: many') + list),
    error: ConnectionError,
    message: /^roles\.list got no answer from .*Content-Length/i,
  },
  garbage: {
    answer: (socket) => socket.end('\u0000\u0001garbage\r\n\r\n'),
    error: ConnectionError,
    message: /^roles\.list got no answer from .*: \w+/,
  },
  'garbage for a body': {
    answer: (socket) => socket.end(head('content-length: 4') + '\u0000\u0001\u0002\u0003'),
    error: APIError,
    message: /^roles\.list was answered 200 OK with a body that is not the API's JSON/,
  },
  'garbage for gzip': {
    answer: (socket) => socket.end(head('content-encoding: gzip\r\ncontent-length: 7') + 'garbage'),
    error: ConnectionError,
    message: /^roles\.list: the answer was cut short$/,
  },
  'a slow drip, beyond the total time': {
    answer: (socket) => {
      socket.write(head('content-length: 100000'))
      const drip = setInterval(() => socket.write(' '), 5)
      socket.on('close', () => clearInterval(drip))
    },
    error: TimeoutError,
    message: /^roles\.list took longer than 200 ms in all$/,
    options: { totalTimeout: 200 },
  },
}

describe.concurrent.each(Object.entries(faults))('%s', (_, { answer, error, message, options }) => {
  test('is the right error, and leaves no connection behind', async ({ onTestFinished }) => {
    const { origin, requests, closed } = await startRawServer(answer, onTestFinished)
    const client = createClient({ baseUrl: origin, retries: 0, ...options })
    const reason: unknown = await client.roles.list().catch((thrown: unknown) => thrown)
    expect(reason).toBeInstanceOf(error)
    expect(reason).toHaveProperty('message', expect.stringMatching(message))
    expect(reason).toHaveProperty('attempts', 1)
    await closed()
    expect(requests).toHaveLength(1)
  })

  test('is overcome by a retry within the total time', async ({ onTestFinished }) => {
    let count = 0
    const { origin, requests } = await startRawServer((socket) => {
      count += 1
      if (count === 1) answer(socket)
      else socket.end(head(`content-length: ${list.length}\r\nconnection: close`) + list)
    }, onTestFinished)
    const client = createClient({ baseUrl: origin, random: () => 0, ...options })
    const call = client.roles.list()
    if (error === APIError || options?.totalTimeout) {
      await expect(call).rejects.toThrow(error)
      expect(requests).toHaveLength(1)
    } else {
      expect((await call).data).toEqual([{ key: 'reviewer' }])
      expect(requests).toHaveLength(2)
    }
  })
})

test('a refused connection', async () => {
  const baseUrl = `http://127.0.0.1:${await closedPort()}`
  const client = createClient({ baseUrl, random: () => 0 })
  await expect(client.roles.list()).rejects.toMatchObject({
    name: 'ConnectionError',
    message: expect.stringContaining(
      `roles.list got no answer from ${baseUrl}: connect ECONNREFUSED`,
    ),
    attempts: 3,
  })
})

test('a program whose calls meet every fault leaves no timer, and exits by itself', async () => {
  const rows = Object.values(faults)
  const servers = await Promise.all(rows.map(({ answer }) => startRawServer(answer)))
  const program = promisify(execFile)(process.execPath, [
    '--unhandled-rejections=strict',
    'test/client/program-of-faults.ts',
    ...servers.map(({ origin }) => origin),
  ])
  const { stdout, stderr } = await program
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    names: rows.map(({ error }) => error.name),
    left: [],
  })
})
