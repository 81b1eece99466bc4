/**
 * The mock as an HTTP server.
 *
 * @module rolecall/mocks/server
 */

import { createServer } from 'node:http'
import { checkMock } from '../../shared/check-mock.ts'
import { checkOptions, checkValue, isText } from '../../shared/check-options.ts'
import { answerBrokenRequests } from './broken-request.ts'
import { type CloseOptions, closing } from './closing.ts'
import { type Cors, readCors } from './gate/cors.ts'
import { hostsOf, isEverywhere, readHosts } from './gate/hosts.ts'
import { warningsOf } from './gate/warnings.ts'
import { listen, urlOf } from './listen.ts'
import { listeners, type Servable } from './listener.ts'
import { readServedAt } from './served-at.ts'

export type { CloseOptions } from './closing.ts'
export type { Cors } from './gate/cors.ts'
export type { Servable } from './listener.ts'
export type { Welcoming } from './welcome/welcome.ts'

/** Options of {@link serve}. */
export interface ServeOptions {
  /** The port, 0 to 65535. 0 takes any free port. Default: 4010. */
  readonly port?: number | undefined
  /**
   * The address to listen on. `127.0.0.1` can be reached from this machine only; `0.0.0.0` means every
   * address. Anyone who can reach the mock can sign in as any user. Default: `127.0.0.1`.
   */
  readonly host?: string | undefined
  /**
   * The front ends that may call the API from a browser: `'loopback'`, those that this machine serves,
   * such as http://localhost:5173; a list of origins; `true`, all; `false`, only the mock's own origin.
   * Listed origins may send credentials. Default: `'loopback'`.
   *
   * Signing in, reset and the page at `/` are always limited to the mock's own origin, those of this
   * machine, and listed origins.
   */
  readonly cors?: Cors | undefined
  /**
   * Host names that requests may use beside localhost and `host`, such as `mock.test`. A leading dot, as
   * in `.mock.test`, allows every subdomain too. If `host` is `0.0.0.0`, every IP address is allowed.
   * Default: none.
   */
  readonly allowedHosts?: readonly string[] | undefined
  /**
   * The base URL that clients use if a proxy stands in front, such as `https://corp.example/ai-platform`,
   * or a path alone, `/api`. The API is answered with and without that path, as some proxies strip it.
   * Requests may name its host, pages of its origin count as the mock's own, and URLs in answers begin
   * with it. Default: the server's own address.
   */
  readonly baseUrl?: string | URL | undefined
}

/** A running server. */
export interface MockServer {
  /** Its URL, without a path: `http://127.0.0.1:4010`. */
  readonly url: string
  readonly port: number
  /** Warnings about options that let more than this machine in. */
  readonly warnings: readonly string[]
  /**
   * Stops the server, and closes every connection: at once, or after the time that requests under way get.
   *
   * @throws `ConfigurationError` if an option has a wrong value, or is unknown.
   * @example
   * await server.close({ grace: 5000 })
   */
  close(options?: CloseOptions): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const optionNames = ['port', 'host', 'cors', 'allowedHosts', 'baseUrl']

/** The longest time that a client may take to send a request, in milliseconds. */
const requestTimeout = 30_000

/**
 * Serves a mock over HTTP: the API's paths, signing in and reset below `/__mock`, and at `/` the console.
 * `/plain` lists the users who can sign in on a page without JavaScript.
 *
 * A request for another host, or from a page that `cors` does not allow, gets a 403 before its body is
 * read.
 *
 * @throws `ConfigurationError` if the port is in use, `host` is not an address of this machine, an option
 * has a wrong value, or an option is unknown. The message says what to do.
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
    'a list of host names, such as ["mock.test"]',
  )
  const { port: wanted = 4010, host = '127.0.0.1', cors = 'loopback', allowedHosts = [] } = options
  const origins = readCors(cors)
  const servedAt = readServedAt(options.baseUrl)
  const names = [...readHosts(allowedHosts), ...(servedAt.proxy ? [servedAt.proxy.hostname] : [])]
  // The gate refuses requests without a Host, and says why. Node alone would not.
  const server = createServer({
    requestTimeout,
    requireHostHeader: false,
    optimizeEmptyRequests: true,
    // A second `Authorization` is refused, as everywhere else: Node would drop it.
    joinDuplicateHeaders: true,
  })
  const remember = answerBrokenRequests(server)
  const { address, port } = await listen(server, { host, port: wanted })
  const listening = { host, address }
  const hosts = hostsOf(listening, names)
  const gate = { hosts, origins, servedAt }
  const { request, checkContinue, checkExpectation, end } = listeners(mock, gate, remember)
  server.on('request', request)
  server.on('checkContinue', checkContinue)
  server.on('checkExpectation', checkExpectation)
  const url = urlOf({ host: isEverywhere(listening) ? address : host, port })
  const close = closing(server, end)
  const warnings = warningsOf(listening, hosts, origins)
  return { url, port, warnings, close, [Symbol.asyncDispose]: () => close() }
}
