import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { plainProblem } from './plain-problem.ts'

interface Problem {
  readonly status: number
  readonly title: string
  readonly detail: string
}

/** The problems of requests that Node's parser refuses, by the code of its error. */
const problems: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    title: 'Request header fields too large',
    detail: 'The URL and headers of the request are too large. Send at most 16 KiB.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    title: 'Content too large',
    detail: 'The chunk extensions of the body are too large. Leave them out.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    title: 'Request timeout',
    detail: 'The request took too long to arrive. Send all of it at once.',
  },
}

const malformed: Problem = {
  status: 400,
  title: 'Bad request',
  detail: 'The request is not valid HTTP/1.1. Check its request line, headers and chunks.',
}

/** Notes a request before it is answered. */
export type Remember = (request: IncomingMessage, response: ServerResponse) => void

/** Answers requests that Node's parser refuses with a problem, and ends the connection. The problem quotes nothing. */
export function answerBrokenRequests(server: Server): Remember {
  const last = new WeakMap<Duplex, { request: IncomingMessage; response: ServerResponse }>()
  server.on('clientError', (error: Error & { readonly code?: string }, socket) => {
    const { request, response } = last.get(socket) ?? {}
    // A request may have been answered before all of its body arrived.
    const isAnswered = response?.headersSent === true && request?.complete === false
    if (socket.writable && !isAnswered) socket.write(brokenAnswer(error.code))
    socket.destroy()
  })
  return (request, response) => {
    const known = last.get(request.socket)
    if (known === undefined) {
      last.set(request.socket, { request, response })
      return
    }
    known.request = request
    known.response = response
  }
}

/** The whole response, as text on the wire. */
export function brokenAnswer(code: string | undefined): string {
  const { status, headers, body } = plainProblem(problems[code ?? ''] ?? malformed, {})
  const all = {
    ...headers,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`
}
