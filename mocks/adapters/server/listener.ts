import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { brief } from '../../shared/brief.ts'
import { type CorsHeaders, isPreflight, preflightHeaders } from '../cors.ts'
import { bodyLimit } from '../../control/body-limit.ts'
import type { Mock } from '../../mock/mock.ts'
import type { Answer, Message } from '../../message/message.ts'
import type { Remember } from './broken-request.ts'
import { admit, type Gate } from './gate/gate.ts'
import { headersOf } from './headers-of.ts'
import { ownPage } from './own-pages.ts'
import { plainProblem } from './plain-problem.ts'
import { isTooLong, readBody } from './read-body.ts'
import { Streams } from './send-stream.ts'
import { baseFor, ownPath } from './served-at.ts'
import { rulesPath } from './rules/answer.ts'
import { splitTarget } from './target.ts'
import type { Welcoming } from './welcome/welcome.ts'
import { write } from './write.ts'

/** The parts of a mock that a server needs. */
export type Servable = Welcoming & Pick<Mock, 'handle'>

/** The listeners of a server, by its events. Each asks the gate first. */
export interface Listeners {
  readonly request: RequestListener
  /** For requests with `Expect: 100-continue`. */
  readonly checkContinue: RequestListener
  /** For requests with any other `Expect`. */
  readonly checkExpectation: RequestListener
  /** Ends the answers that go on. */
  readonly end: () => Promise<void>
}

/** Passes admitted requests to the mock, and sends its answers back. */
export function listeners(mock: Servable, gate: Gate, remember: Remember): Listeners {
  const streams = new Streams()
  const request = gated(gate, remember, (asked, incoming, response, cors) => {
    const { method, path, headers } = asked
    const limit = bodyLimit(path)
    const wire = { cors, bodiless: method === 'HEAD' }
    const send = (answer: Answer) => {
      write(response, answer, wire)
      if (answer.stream !== undefined && !wire.bodiless) void streams.send(response, answer.stream)
    }
    if (isPreflight(method, headers)) {
      send({ status: 204, headers: preflightHeaders(headers, cors), body: '' })
      return
    }
    if (expectsContinue(incoming) && !isTooLong(incoming, limit)) response.writeContinue()
    readBody(incoming, limit, (body) => {
      if (body === undefined) send(tooLarge(incoming, limit))
      else send(ownPage(mock, path, asked) ?? mock.handle(body === '' ? asked : { ...asked, body }))
    })
  })
  const checkExpectation = gated(gate, remember, ({ method }, incoming, response, cors) =>
    write(response, unexpected(incoming), { cors, bodiless: method === 'HEAD' }),
  )
  return { request, checkContinue: request, checkExpectation, end: () => streams.end() }
}

/** A request whose body is not read yet. */
type RequestHead = Omit<Message, 'body' | 'origin'> & Required<Pick<Message, 'origin'>>

type Respond = (
  asked: RequestHead,
  request: IncomingMessage,
  response: ServerResponse,
  cors: CorsHeaders,
) => void

/** A listener that refuses requests which the gate does not admit. */
function gated(gate: Gate, remember: Remember, respond: Respond): RequestListener {
  return (request, response) => {
    remember(request, response)
    const { method = 'GET' } = request
    const { path: asSent, query } = splitTarget(request.url ?? '/')
    const path = ownPath(gate.servedAt, asSent)
    const admission = admit(gate, request, path)
    if ('refused' in admission) {
      write(response, admission.refused, { cors: { Vary: 'Origin' }, bodiless: method === 'HEAD' })
      return
    }
    const { host, cors } = admission
    const origin = baseFor(gate.servedAt, host)
    const docs = `${origin}${rulesPath}/`
    const asked = { method, path, query, headers: headersOf(request), origin, docs }
    respond(asked, request, response, cors)
  }
}

/** Reads the header as Node does. HTTP/1.0 has no 100 Continue. */
const expectsContinue = ({ headers, httpVersion }: IncomingMessage): boolean =>
  httpVersion === '1.1' && /(?:^|\W)100-continue(?:$|\W)/i.test(headers.expect ?? '')

const tooLarge = ({ headers }: IncomingMessage, limit: number): Answer =>
  plainProblem(
    {
      status: 413,
      title: 'Content too large',
      detail: `The body is too large. Send at most ${limit} bytes.`,
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
