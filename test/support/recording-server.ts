import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** A received request. */
export interface RecordedRequest {
  method: string
  /** Path and query, as sent. */
  url: string
  headers: IncomingHttpHeaders
  body: string
}

/** The answer: `json` or `text`, or by hand through the response itself. */
export interface Answer {
  status?: number
  headers?: Record<string, string>
  json?: unknown
  text?: string
}

export type Responder = (
  request: RecordedRequest,
  response: ServerResponse,
) => Answer | undefined | void

/** A real server on a free port, which records its requests and is closed when the test ends. */
export async function startServer(
  respond: Responder = () => ({ json: {} }),
): Promise<{ origin: string; requests: RecordedRequest[] }> {
  const requests: RecordedRequest[] = []
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming
      const request = { method, url, headers, body: Buffer.concat(chunks).toString() }
      requests.push(request)
      const answer = respond(request, response)
      if (answer) write(response, answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return { origin: `http://127.0.0.1:${address.port}`, requests }
}

function write(response: ServerResponse, { status = 200, headers, json, text }: Answer): void {
  response.writeHead(status, {
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  })
  response.end(json === undefined ? text : JSON.stringify(json))
}
