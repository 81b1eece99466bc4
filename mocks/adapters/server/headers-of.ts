import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Message } from '../../message/message.ts'

/** Each header as one string: Node gives `set-cookie` as a list. */
export function headersOf({ headers }: IncomingMessage): Message['headers'] {
  if (isPlain(headers)) return headers
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)] as const),
  )
}

const isPlain = (headers: IncomingHttpHeaders): headers is Record<string, string> =>
  headers['set-cookie'] === undefined
