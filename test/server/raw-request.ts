import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A socket to a server, for requests that no HTTP client sends. */
export async function openSocket(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  // Some tests are about being cut off.
  socket.on('error', () => {})
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

/** Sends a text unchanged, and returns everything received until the server closes the connection. */
export async function exchange(port: number, text: string): Promise<string> {
  const socket = await openSocket(port)
  socket.write(text)
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  await once(socket, 'close')
  return answer
}

/** The lines of a request that closes its connection. */
export function rawRequest(line: string, headers: Record<string, string> = {}): string {
  const all = { Host: '127.0.0.1', Connection: 'close', ...headers }
  const fields = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${line} HTTP/1.1\r\n${fields.join('')}\r\n`
}

/** The status, headers and problem of an answer over a socket. */
export function read(text: string) {
  const [head = '', body = ''] = text.split('\r\n\r\n')
  const problem: unknown = body === '' ? undefined : JSON.parse(body)
  return { status: Number(head.split(' ')[1]), head, problem }
}
