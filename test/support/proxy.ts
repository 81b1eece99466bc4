import { createServer, request } from 'node:http'
import { onTestFinished } from 'vitest'

/** How a proxy in front of a server treats what it hands on. */
export interface ProxyOptions {
  readonly target: string
  /** The path that it answers below. Everything else is a 404 of its own. */
  readonly prefix: string
  /** Whether it takes the prefix away. */
  readonly strips: boolean
  /** Whether the server behind it sees the proxy's own host. */
  readonly keepsHost: boolean
}

/** A real proxy on a free port, closed when the test ends. Answers its origin. */
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
