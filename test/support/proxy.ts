import { createServer, request } from 'node:http'
import { onTestFinished } from 'vitest'

/** How a proxy changes requests on the way to its server. */
export interface ProxyOptions {
  readonly target: string
  /** The path that it serves. Everything else is a 404 of its own. */
  readonly prefix: string
  /** Whether it removes the prefix. */
  readonly strips: boolean
  /** Whether it replaces the host by its own. */
  readonly keepsHost: boolean
}

/** A real proxy on a free port, closed when the test ends. Returns its origin. */
export async function startProxy(options: ProxyOptions): Promise<string> {
  const { target, prefix, strips, keepsHost } = options
  const server = createServer((incoming, response) => {
    const { url = '', method, headers } = incoming
    if (!url.startsWith(`${prefix}/`)) {
      response.writeHead(404).end('not behind this proxy')
      return
    }
    const onward = request(new URL(target), {
      method,
      path: strips ? url.slice(prefix.length) : url,
      headers: { ...headers, host: keepsHost ? headers.host : new URL(target).host },
    })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.writeHead(502).end())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
  return `http://127.0.0.1:${address.port}`
}
