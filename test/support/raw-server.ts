import { createServer, type Socket } from 'node:net'
import { onTestFinished, type TestContext } from 'vitest'

export interface RawServer {
  readonly origin: string
  /** The requests as received on the wire. */
  readonly requests: readonly string[]
  /** Resolves once no connection is open. */
  closed(): Promise<void>
}

/**
 * A server for answers that no HTTP library allows. A request without a body is complete at its blank
 * line, one with a body once its length has arrived.
 *
 * @param whenFinished - Of the test's context, for tests that run side by side.
 */
export async function startRawServer(
  respond: (socket: Socket, request: string) => unknown,
  whenFinished: TestContext['onTestFinished'] = onTestFinished,
): Promise<RawServer> {
  const requests: string[] = []
  const open = new Set<Socket>()
  let idle = Promise.withResolvers<void>()
  const server = createServer((socket) => {
    open.add(socket)
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (head < 0 || text.length < head + 4 + length) return
      requests.push(text)
      const request = text
      text = ''
      respond(socket, request)
    })
    // The tests are about being cut off.
    socket.on('error', () => {})
    socket.on('close', () => {
      open.delete(socket)
      if (open.size > 0) return
      idle.resolve()
      idle = Promise.withResolvers<void>()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  whenFinished(async () => {
    for (const socket of open) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    closed: () => (open.size > 0 ? idle.promise : Promise.resolve()),
  }
}
