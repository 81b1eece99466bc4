/**
 * The mock as an HTTP server.
 *
 * @module rolecall/mocks/server
 */

import { createServer } from 'node:http'
import { checkMock } from '../../mock/check-mock.ts'
import { checkOptions, checkValue, isText } from '../../shared/check-options.ts'
import { answerBrokenRequests } from './broken-request.ts'
import { type Cors, readCors } from './gate/cors.ts'
import { hostsOf, isEverywhere, readHosts } from './gate/hosts.ts'
import { warningsOf } from './gate/warnings.ts'
import { listen, urlOf } from './listen.ts'
import { listeners, type Servable } from './listener.ts'
import { readServedAt } from './served-at.ts'

export type { Cors } from './gate/cors.ts'
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
  /**
   * Which front ends may call the API from a browser: `'loopback'`, those that this machine serves,
   * such as http://localhost:5173; a list of origins; `true`, all of them; `false`, none but those of
   * the mock's own origin. Listed origins may send credentials. Default: `'loopback'`.
   *
   * Signing in, reset and the page at `/` are for the mock's own origin, those of this machine and
   * those listed, whatever stands here.
   */
  readonly cors?: Cors | undefined
  /**
   * Names that requests may reach the mock by, such as `mock.test`, beside localhost and `host`; a dot
   * before one, as in `.mock.test`, takes every name below it too. With a `host` of `0.0.0.0` every IP
   * address will do. Default: none.
   */
  readonly allowedHosts?: readonly string[] | undefined
  /**
   * Where clients find the mock, if not at its own address: the base URL of a proxy in front, such as
   * `https://corp.example/ai-platform`, or a path alone, `/api`. The API is answered below its path, and
   * without it, for a proxy that takes the path away. Requests may name its host, pages of its origin
   * count as the mock's own, and addresses in answers begin with it. Default: the server's own address.
   */
  readonly baseUrl?: string | URL | undefined
}

/** A mock on a port. */
export interface MockServer {
  /** The address, without a path: `http://127.0.0.1:4010`. */
  readonly url: string
  readonly port: number
  /** What in the options is legal, and lets in more than this machine. */
  readonly warnings: readonly string[]
  /** Stops to listen and ends every connection. Does nothing the second time. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const optionNames = ['port', 'host', 'cors', 'allowedHosts', 'baseUrl']

/** How long a client may take to send a request, in milliseconds. */
const requestTimeout = 30_000

/**
 * Serves a mock over HTTP: the API's paths, signing in and reset under `/__mock`, and at `/` a page
 * that says who can sign in.
 *
 * A request that names another host, or that a page sends which `cors` does not let in, is a 403 before
 * anything of it is read.
 *
 * Throws a `ConfigurationError` that says what to do when the port is in use or the host is not this
 * machine's, for a port, a `baseUrl` or an entry of `cors` or `allowedHosts` that is none, and for an unknown option.
 *
 * @example
 * const server = await serve(createMock(), { port: 0 })
 * const client = createClient({ baseUrl: server.url, token })
 * await server.close()
 */
export async function serve(mock: Servable, options: ServeOptions = {}): Promise<MockServer> {
  checkMock('serve', mock)
  checkOptions("serve's options", options, optionNames, '{ port: 4010 }')
  checkValue('host', options.host, isText, 'the name or address of this machine to listen on')
  checkValue(
    'allowedHosts',
    options.allowedHosts,
    (value) => Array.isArray(value),
    'a list of host names',
  )
  const { port: wanted = 4010, host = '127.0.0.1', cors = 'loopback', allowedHosts = [] } = options
  const origins = readCors(cors)
  const servedAt = readServedAt(options.baseUrl)
  const names = [...readHosts(allowedHosts), ...(servedAt.proxy ? [servedAt.proxy.hostname] : [])]
  // The gate refuses a request without a Host, and says why; Node alone would not.
  const server = createServer({
    requestTimeout,
    requireHostHeader: false,
    optimizeEmptyRequests: true,
  })
  const remember = answerBrokenRequests(server)
  const { address, port } = await listen(server, { host, port: wanted })
  const listening = { host, address }
  const hosts = hostsOf(listening, names)
  const gate = { hosts, origins, servedAt }
  const { request, checkContinue, checkExpectation } = listeners(mock, gate, remember)
  server.on('request', request)
  server.on('checkContinue', checkContinue)
  server.on('checkExpectation', checkExpectation)
  const url = urlOf({ host: isEverywhere(listening) ? address : host, port })
  const close = async () => {
    if (!server.listening) return
    const { promise, resolve } = Promise.withResolvers<void>()
    server.close(() => resolve())
    server.closeAllConnections()
    await promise
  }
  const warnings = warningsOf(listening, hosts, origins)
  return { url, port, warnings, close, [Symbol.asyncDispose]: close }
}
