import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Fetch } from '../../../src/core/options/fetch.ts'
import type { Answer, Message } from '../../../mocks/message/message.ts'
import { fetchFrom } from '../../../mocks/mock/fetch.ts'
import { note } from './noted.ts'

/** The header that names the mock which a request is for, behind the one proxy. */
const addressee = 'x-addressee'

type Handle = (message: Message) => Answer

const handles = new Map<string, Handle>()
let listening: Promise<void> | undefined

/**
 * Stands for the `fetch` of the mock's own clients: sends every request over HTTP to Prism, which passes it
 * on to the mock and judges both ways.
 */
export function fetchInProcess(handle: Handle): Fetch {
  const name = String(handles.size)
  handles.set(name, handle)
  return async (request, { method, headers, body, signal }) => {
    listening ??= listen()
    await listening
    const { pathname, search } = new URL(request.url)
    const response = await fetch(`${process.env.ROLECALL_PRISM}${pathname}${search}`, {
      ...{ method, body, signal, redirect: 'manual' },
      headers: { ...headers, [addressee]: name },
    })
    note(`${method} ${pathname}`, response)
    return response
  }
}

/** Listens where Prism passes requests on to. */
async function listen(): Promise<void> {
  const server = createServer((request, response) => void pass(request, response))
  await new Promise<void>((resolve) =>
    server.listen(Number(process.env.ROLECALL_BEHIND_PRISM), '127.0.0.1', resolve),
  )
  server.unref()
}

/** Passes a request on to the mock that it is for. A request that the mock breaks off is broken off. */
async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const { [addressee]: name, host: _, connection: __, ...sent } = incoming.headers
    const handle = handles.get(String(name))
    if (!handle) throw new Error(`No mock is named ${String(name)}`)
    const content = await buffer(incoming)
    const response = await fetchFrom(handle)(new URL(incoming.url ?? '', 'https://rolecall.test'), {
      method: incoming.method ?? 'GET',
      headers: Object.entries(sent).map(([field, value]) => [field, String(value)]),
      ...(content.length > 0 && { body: content }),
    })
    const text = await response.text()
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(text)
  } catch {
    outgoing.destroy()
  }
}
