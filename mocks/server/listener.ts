import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type CorsHeaders, isPreflight, preflightHeaders } from '../cors.ts'
import type { Mock } from '../mock.ts'
import type { Answer, Message } from '../pipeline/message.ts'
import { admit, type Gate } from './gate/gate.ts'
import { plainProblem } from './plain-problem.ts'
import { bodyLimit, readBody } from './read-body.ts'
import { splitTarget } from './target.ts'
import { welcomeAnswer } from './welcome/answer.ts'
import type { Welcoming } from './welcome/welcome.ts'

/** What is needed of a mock to serve it. */
export type Servable = Welcoming & Pick<Mock, 'handle'>

/** Everything that comes in over HTTP and may, handed to the mock; what the mock answers, sent back. */
export function listener(mock: Servable, gate: Gate): RequestListener {
  return (request, response) => {
    const isHead = request.method === 'HEAD'
    const target = splitTarget(request.url ?? '/')
    const admission = admit(gate, request, target.path)
    if ('refused' in admission) {
      write(response, admission.refused, { Vary: 'Origin' }, isHead)
      return
    }
    const { host, cors } = admission
    const asked = { ...target, ...readHead(request), origin: `http://${host.host}` }
    const send = (answer: Answer) => write(response, answer, cors, isHead)
    if (isPreflight(request.method, asked.headers)) {
      send({ status: 204, headers: preflightHeaders(asked.headers, cors), body: '' })
      return
    }
    readBody(request, (body) => {
      if (body === undefined) send(tooLarge(request))
      else if (asked.path === '/') send(welcomeAnswer(mock, asked))
      else send(mock.handle({ ...asked, body }))
    })
  }
}

/** HEAD is answered as GET, without the body. */
function readHead(request: IncomingMessage): Pick<Message, 'method' | 'headers'> {
  const { method = 'GET' } = request
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return { method: method === 'HEAD' ? 'GET' : method, headers }
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
