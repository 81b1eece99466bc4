import type { ServerResponse } from 'node:http'
import type { Answer } from '../../message/message.ts'
import type { CorsHeaders } from '../cors.ts'

/** The transport's part of an answer. */
export interface Wire {
  readonly cors: CorsHeaders
  /** Whether the body is left out, as for HEAD. */
  readonly bodiless: boolean
}

/**
 * Sends an answer, or carries out its fault: late, cut, or with a broken connection. Of one with a stream it
 * sends the head alone.
 */
export function write(response: ServerResponse, answer: Answer, wire: Wire): void {
  const { latency } = answer.fault ?? {}
  if (latency === undefined) {
    deliver(response, answer, wire)
    return
  }
  const timer = setTimeout(() => deliver(response, answer, wire), latency)
  // A client that went away, or a server that closes, leaves no timer.
  response.once('close', () => clearTimeout(timer))
}

function deliver(response: ServerResponse, answer: Answer, wire: Wire): void {
  const isEmpty = wire.bodiless || answer.body === ''
  switch (answer.fault?.connection) {
    case undefined:
      send(response, answer, wire)
      break
    case 'refuse':
      // The connection was accepted: ending it without a byte comes nearest.
      response.destroy()
      break
    case 'reset':
      reset(response)
      break
    case 'cut':
      if (isEmpty) reset(response)
      else cut(response, answer, wire)
      break
    case 'stall':
      // The connection stays open until the client or the server ends it.
      break
  }
}

/** Resets the connection. One with TLS can only be ended. */
function reset(response: ServerResponse): void {
  const { socket } = response
  if (socket === null || 'encrypted' in socket) response.destroy()
  else socket.resetAndDestroy()
}

function send(response: ServerResponse, answer: Answer, wire: Wire): void {
  const { body, stream } = answer
  const length = writeHead(response, answer, wire)
  if (stream !== undefined && !wire.bodiless) response.flushHeaders()
  else if (wire.bodiless || body === '') response.end()
  // ASCII is the same in both encodings, and faster to write as latin1.
  else if (length === body.length) response.end(body, 'latin1')
  // With a text in UTF-8, Node would write the headers in UTF-8 too: a request id may have octets above ASCII.
  else response.end(Buffer.from(body))
}

/** Sends half of the body that the headers announce. */
function cut(response: ServerResponse, answer: Answer, wire: Wire): void {
  const length = writeHead(response, answer, wire)
  const half = Buffer.from(answer.body).subarray(0, Math.ceil(length / 2))
  response.write(half, () => response.destroy())
}

/** Writes status and headers. Returns the length of the body in bytes. */
function writeHead(
  response: ServerResponse,
  { status, headers, body, stream }: Answer,
  { cors }: Wire,
): number {
  const lines: string[] = []
  for (const name in cors) if (!Object.hasOwn(headers, name)) lines.push(name, cors[name] ?? '')
  for (const name in headers) lines.push(name, headers[name] ?? '')
  // Without a length, Node would send the body in chunks.
  const length = Buffer.byteLength(body)
  if (status !== 204 && status !== 304 && stream === undefined)
    lines.push('Content-Length', String(length))
  response.writeHead(status, lines)
  return length
}
