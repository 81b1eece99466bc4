import type { Answer } from '../message/message.ts'

/** Turns a plain answer into a Response, without its body for HEAD. */
export function responseOf({ status, headers, body, stream }: Answer, method: string): Response {
  const init = { status, headers: { ...headers } }
  if (method === 'HEAD') return new Response(null, init)
  return new Response(stream === undefined ? body || null : readable(stream), init)
}

/** `ReadableStream.from` is not in every browser. */
function readable(parts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = parts[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const next: IteratorResult<string, unknown> = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
