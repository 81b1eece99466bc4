import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { connect, type Server, type Socket } from 'node:net'
import { pipeline } from 'node:stream'
import { createServer as createSecureServer } from 'node:tls'
import { onTestFinished } from 'vitest'
import { selfSigned } from '../fixtures/self-signed.ts'

/** Listens on a free port of this machine until the test ends. */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}

const join = (one: Socket, other: Socket) => {
  pipeline(one, other, () => {})
  pipeline(other, one, () => {})
}

/** Answers TLS as platform.example, with a certificate that nobody trusts, in front of a server's port. */
export const startTls = (port: number): Promise<number> =>
  listen(createSecureServer(selfSigned, (socket) => join(socket, connect(port, '127.0.0.1'))))

/**
 * Starts a forward proxy, which takes every host name to one port.
 *
 * @returns Its address, and the hosts that it was asked for.
 */
export async function startForwardProxy(port: number): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((incoming, response) => {
    const { url = '', method, headers } = incoming
    const { host, pathname, search } = new URL(url)
    asked.push(host)
    const onward = request({ port, method, headers, path: pathname + search })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    incoming.pipe(onward)
  })
  server.on('connect', ({ url = '' }, socket: Socket) => {
    asked.push(url)
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      join(socket, onward)
    })
  })
  return { url: `http://127.0.0.1:${await listen(server)}`, asked }
}
