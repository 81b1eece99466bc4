/**
 * The mock as an HTTP server.
 *
 * @module rolecall/mocks/server
 */

import { createServer } from 'node:http'
import { type Cors, readCors } from './cors.ts'
import { listen, urlOf } from './listen.ts'
import { listener, type Servable } from './listener.ts'

export type { Cors } from './cors.ts'
export type { Servable } from './listener.ts'
export type { Welcoming } from './welcome/welcome.ts'

/** What {@link serve} takes. */
export interface ServeOptions {
  /** The port, 0 to 65535; 0 takes any free one. Default: 4010. */
  readonly port?: number | undefined
  /**
   * The address to listen on. Default: `127.0.0.1`, which only this machine can reach; `0.0.0.0`
   * is every address. Whoever reaches the mock can sign in as anyone.
   */
  readonly host?: string | undefined
  /** Which front ends may call it from a browser. Default: `true`, all of them. */
  readonly cors?: Cors | undefined
}

/** A mock on a port. */
export interface MockServer {
  /** The address, without a path: `http://127.0.0.1:4010`. */
  readonly url: string
  readonly port: number
  /** Stops to listen and ends every connection. Does nothing the second time. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** How long a client may take to send a request, in milliseconds. */
const requestTimeout = 30_000

/**
 * Serves a mock over HTTP: the API's paths, signing in and reset under `/__mock`, and at `/` a page
 * that says who can sign in.
 *
 * Throws a `ConfigurationError` that says what to do when the port is in use or the host is not this
 * machine's, and for a port or a `cors` entry that is none.
 *
 * @example
 * const server = await serve(createMock(), { port: 0 })
 * const client = createClient({ baseUrl: server.url, token })
 * await server.close()
 */
export async function serve(mock: Servable, options: ServeOptions = {}): Promise<MockServer> {
  const { host = '127.0.0.1', cors = true } = options
  const server = createServer(
    { requestTimeout },
    listener(mock, readCors(cors), () => url),
  )
  const port = await listen(server, { host, port: options.port ?? 4010 })
  const url = urlOf({ host, port })
  const close = async () => {
    if (!server.listening) return
    const { promise, resolve } = Promise.withResolvers<void>()
    server.close(() => resolve())
    server.closeAllConnections()
    await promise
  }
  return { url, port, close, [Symbol.asyncDispose]: close }
}
