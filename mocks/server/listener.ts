import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type CorsHeaders, isPreflight, preflightHeaders } from '../cors.ts'
import type { Mock } from '../mock.ts'
import type { Answer, Message } from '../pipeline/message.ts'
import type { ReadCors } from './cors.ts'
import { bodyLimit, readBody } from './read-body.ts'
import { splitTarget } from './target.ts'
import { welcomeAnswer } from './welcome/answer.ts'
import type { Welcoming } from './welcome/welcome.ts'

/** What is needed of a mock to serve it. */
export type Servable = Welcoming & Pick<Mock, 'handle'>

/** Everything that comes in over HTTP, handed to the mock; what the mock answers, sent back. */
export function listener(mock: Servable, cors: ReadCors, url: () => string): RequestListener {
  return (request, response) => {
    const asked = readHead(request, originOf(request, url))
    const allowed = cors(asked.headers.origin)
    const send = (answer: Answer) => write(response, answer, allowed, request.method === 'HEAD')
    if (isPreflight(request.method, asked.headers)) {
      send({ status: 204, headers: preflightHeaders(asked.headers, allowed), body: '' })
      return
    }
    readBody(request, (body) => {
      if (body === undefined) send(tooLarge(asked.headers['x-request-id']))
      else if (asked.path === '/' && asked.method === 'GET') send(welcomeAnswer(mock, asked))
      else send(mock.handle({ ...asked, body }))
    })
  }
}

/** HEAD is answered as GET, without the body. */
function readHead(
  request: IncomingMessage,
  origin: string,
): Omit<Message, 'body'> & { origin: string } {
  const { method = 'GET', url = '/' } = request
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return { method: method === 'HEAD' ? 'GET' : method, ...splitTarget(url), headers, origin }
}

const wellFormedHost = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i

/** As the caller knows it, so that the addresses in an answer can be followed. */
function originOf({ headers: { host } }: IncomingMessage, url: () => string): string {
  return host !== undefined && wellFormedHost.test(host) ? `http://${host.toLowerCase()}` : url()
}

/** It never reaches the API, whose problems have codes: so it is one of HTTP's own. */
function tooLarge(requestId: string | undefined): Answer {
  const problem = {
    type: 'about:blank',
    title: 'Content too large',
    status: 413,
    detail: `The body has more than ${bodyLimit} bytes, which is all that the mock reads.`,
    ...(requestId !== undefined && { instance: requestId }),
  }
  return {
    status: 413,
    headers: { 'Content-Type': 'application/problem+json' },
    body: JSON.stringify(problem),
  }
}

function write(
  response: ServerResponse,
  { status, headers, body }: Answer,
  cors: CorsHeaders,
  bodiless: boolean,
): void {
  // Without its length, Node would send the body in chunks.
  const length = status === 204 ? {} : { 'Content-Length': Buffer.byteLength(body) }
  response.writeHead(status, { ...cors, ...headers, ...length })
  if (bodiless || body === '') response.end()
  else response.end(body)
}
