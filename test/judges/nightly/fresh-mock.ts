import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { createMock } from '../../../mocks/index.ts'
import type { BuiltInPolicy } from '../../../mocks/policies/index.ts'
import { listen } from '../../runtimes/servers.ts'
import { caller } from './document-for.ts'

/**
 * A mock on a port that forgets every change: each request meets the state of its scenario, as the examples
 * do. Whatever token is sent, the caller sent it.
 */
export async function freshMock(
  policy: BuiltInPolicy,
): Promise<{ origin: string; close(): Promise<void> }> {
  const mock = createMock({ policy })
  const authorization = `Bearer ${mock.token(caller)}`
  return listen((incoming, outgoing) => void answer(incoming, outgoing))

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { host: _, connection: __, ...sent } = incoming.headers
    const headers = { ...sent, ...(sent.authorization !== undefined && { authorization }) }
    const body = await buffer(incoming)
    const response = await mock.fork().fetch(incoming.url ?? '', {
      method: incoming.method ?? 'GET',
      headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
      ...(body.length > 0 && { body }),
    })
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(await response.text())
  }
}
