import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { brief } from '../../shared/brief.ts'
import { type CorsHeaders, isPreflight, preflightHeaders } from '../cors.ts'
import type { Mock } from '../../mock/mock.ts'
import type { Answer, Message } from '../../message/message.ts'
import { admit, type Gate } from './gate/gate.ts'
import { plainProblem } from './plain-problem.ts'
import { bodyLimit, isTooLong, readBody } from './read-body.ts'
import { baseFor, ownPath } from './served-at.ts'
import { splitTarget } from './target.ts'
import { welcomeAnswer } from './welcome/answer.ts'
import type { Welcoming } from './welcome/welcome.ts'

/** What is needed of a mock to serve it. */
export type Servable = Welcoming & Pick<Mock, 'handle'>

/** The listeners of a server, by its events. Each passes the gate before it does anything else. */
export interface Listeners {
  readonly request: RequestListener
  /** For requests that send their body once they are told to continue. */
  readonly checkContinue: RequestListener
  /** For requests that expect anything else. */
  readonly checkExpectation: RequestListener
}

/** Everything that comes in over HTTP and may, handed to the mock; what the mock answers, sent back. */
export function listeners(mock: Servable, gate: Gate): Listeners {
  const request = gated(gate, (asked, incoming, response, send) => {
    if (isPreflight(incoming.method, asked.headers)) {
      send({ status: 204, headers: preflightHeaders(asked.headers, asked.cors), body: '' })
      return
    }
    if (expectsContinue(incoming) && !isTooLong(incoming)) response.writeContinue()
    readBody(incoming, (body) => {
      const { cors: _, ...message } = asked
      if (body === undefined) send(tooLarge(incoming))
      else if (asked.path === '/') send(welcomeAnswer(mock, asked))
      else send(mock.handle({ ...message, body }))
    })
  })
  const checkExpectation = gated(gate, (_, incoming, __, send) => send(unexpected(incoming)))
  return { request, checkContinue: request, checkExpectation }
}

/** What is known of a request before its body is read. */
interface Asked extends Omit<Message, 'body'> {
  readonly origin: string
  readonly cors: CorsHeaders
}

type Respond = (
  asked: Asked,
  request: IncomingMessage,
  response: ServerResponse,
  send: (answer: Answer) => void,
) => void

/** A listener that lets the gate judge first. */
function gated(gate: Gate, respond: Respond): RequestListener {
  return (request, response) => {
    const isHead = request.method === 'HEAD'
    const { path: asSent, query } = splitTarget(request.url ?? '/')
    const path = ownPath(gate.servedAt, asSent)
    const admission = admit(gate, request, path)
    if ('refused' in admission) {
      write(response, admission.refused, { Vary: 'Origin' }, isHead)
      return
    }
    const { host, cors } = admission
    const origin = baseFor(gate.servedAt, host)
    const asked = { path, query, ...readHead(request), origin, cors }
    respond(asked, request, response, (answer) => write(response, answer, cors, isHead))
  }
}

/** As Node reads the header. HTTP/1.0 has no such answer. */
const expectsContinue = ({ headers, httpVersion }: IncomingMessage): boolean =>
  httpVersion === '1.1' && /(?:^|\W)100-continue(?:$|\W)/i.test(headers.expect ?? '')

/** The method and the headers. */
function readHead(request: IncomingMessage): Pick<Message, 'method' | 'headers'> {
  const { method = 'GET' } = request
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return { method, headers }
}

const tooLarge = ({ headers }: IncomingMessage): Answer =>
  plainProblem(
    {
      status: 413,
      title: 'Content too large',
      detail: `The body has more than ${bodyLimit} bytes, which is all that the mock reads.`,
    },
    headers,
  )

const unexpected = ({ headers }: IncomingMessage): Answer =>
  plainProblem(
    {
      status: 417,
      title: 'Expectation failed',
      detail: `Expect is ${brief(headers.expect ?? '')}. Send 100-continue, or leave it out.`,
    },
    headers,
  )

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
