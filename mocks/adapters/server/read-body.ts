import type { IncomingMessage } from 'node:http'
import { decodeUtf8 } from '../../shared/utf8.ts'

/** Whether `Content-Length` announces a body beyond the limit, in bytes. */
export const isTooLong = ({ headers }: IncomingMessage, limit: number): boolean =>
  Number(headers['content-length'] ?? 0) > limit

/**
 * Reads the body of a request and calls `done` once: with undefined for a body beyond the limit, in bytes.
 * The rest of such a body is read and dropped. Closing the socket instead would show the sender a reset
 * connection in place of the answer.
 */
export function readBody(
  request: IncomingMessage,
  limit: number,
  done: (body: string | undefined) => void,
): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (encoding === undefined && (length === undefined || length === '0')) {
    done('')
    return
  }
  let chunks: Buffer[] | undefined = []
  let size = 0
  const give = (body: string | undefined) => {
    chunks = undefined
    done(body)
  }
  if (isTooLong(request, limit)) give(undefined)
  request.on('data', (chunk: Buffer) => {
    if (chunks === undefined) return
    size += chunk.length
    chunks.push(chunk)
    if (size > limit) give(undefined)
  })
  request.on('end', () => {
    if (chunks === undefined) return
    const [only = Buffer.of()] = chunks
    give(decodeUtf8(chunks.length > 1 ? Buffer.concat(chunks) : only))
  })
}
