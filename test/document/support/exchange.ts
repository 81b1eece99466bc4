/** One request over a socket, and its answer. */
import { Agent, request } from 'node:http'

export interface Sent {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export interface Received {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Milliseconds after which an answer is late. */
const patience = 10_000

/** A connection to a server, kept open from one request to the next. */
export class Connection implements Disposable {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #port: number

  constructor(port: number) {
    this.#port = port
  }

  send({ method, target, headers, body }: Sent): Promise<Received> {
    const { promise, resolve, reject } = Promise.withResolvers<Received>()
    const length = body === undefined ? 0 : Buffer.byteLength(body)
    const sent = request(
      {
        host: '127.0.0.1',
        port: this.#port,
        agent: this.#agent,
        method,
        path: target,
        headers: { ...headers, ...(body !== undefined && { 'content-length': length }) },
        timeout: patience,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            body: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    sent.on('timeout', () => sent.destroy(new Error(`No answer within ${patience} ms.`)))
    sent.on('error', reject)
    // With a text, Node would write the headers in the encoding of the body.
    sent.end(body === undefined ? body : Buffer.from(body))
    return promise
  }

  [Symbol.dispose](): void {
    this.#agent.destroy()
  }
}
